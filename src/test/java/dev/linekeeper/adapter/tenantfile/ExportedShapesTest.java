package dev.linekeeper.adapter.tenantfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.simulator.state.Fabrikam;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Graph answers and what cmdlets print, as it comes, is read like our own spelling of it. */
class ExportedShapesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a Graph collection           | users | {"@odata.context": "x", "@odata.count": 1, "value": [{"id": "1", "userPrincipalName": "a"}]} | [{"id": "1", "userPrincipalName": "a"}]
        pages of a Graph collection  | users | [{"value": [{"id": "1", "userPrincipalName": "a"}]}, {"value": [{"id": "2", "userPrincipalName": "b"}], "@odata.context": "x"}] | [{"id": "1", "userPrincipalName": "a"}, {"id": "2", "userPrincipalName": "b"}]
        one person and no list       | users | {"id": "1", "userPrincipalName": "a"} | [{"id": "1", "userPrincipalName": "a"}]
        one person in value          | users | [{"value": {"id": "1", "userPrincipalName": "a", "isEnterpriseVoiceEnabled": true}}] | [{"id": "1", "userPrincipalName": "a", "isEnterpriseVoiceEnabled": true}]
        a list of PowerShell 5       | users | {"value": [{"id": "1", "userPrincipalName": "a"}], "Count": 1} | [{"id": "1", "userPrincipalName": "a"}]
        an empty list of PowerShell 5 | users | {"value": [], "Count": 0} | []
        nulls and lists in a list    | users | [null, [{"id": "1", "userPrincipalName": "a"}]] | [{"id": "1", "userPrincipalName": "a"}]
        Get-CsOnlineUser             | users | [{"Identity": "1", "UserPrincipalName": "a", "AccountType": "User", "AccountEnabled": true, "EnterpriseVoiceEnabled": false, "FeatureTypes": ["Teams"], "UsageLocation": "US", "AssignedPlan": [{"ServicePlanId": "p", "CapabilityStatus": "Enabled"}], "WhenCreated": "/Date(1767603600000)/"}] | [{"id": "1", "userPrincipalName": "a", "accountType": "user", "accountEnabled": true, "isEnterpriseVoiceEnabled": false, "featureTypes": ["Teams"], "usageLocation": "US", "assignedPlans": [{"servicePlanId": "p", "capabilityStatus": "Enabled"}]}]
        one feature and no list      | users | [{"id": "1", "userPrincipalName": "a", "featureTypes": "Teams"}] | [{"id": "1", "userPrincipalName": "a", "featureTypes": ["Teams"]}]
        an empty list cut to a text  | users | [{"id": "1", "userPrincipalName": "a", "featureTypes": ""}] | [{"id": "1", "userPrincipalName": "a", "featureTypes": []}]
        a flag with notes            | users | [{"id": "1", "userPrincipalName": "a", "accountEnabled": {"value": true, "Count": 1}}] | [{"id": "1", "userPrincipalName": "a", "accountEnabled": true}]
        a number as an address       | users | [{"id": "1", "userPrincipalName": "a", "LineUri": "tel:+14255550110;ext=12"}] | [{"id": "1", "userPrincipalName": "a", "telephoneNumbers": [{"telephoneNumber": "+14255550110;ext=12"}]}]
        no address and no number     | users | [{"id": "1", "userPrincipalName": "a", "LineUri": null, "TelephoneNumbers": null}] | [{"id": "1", "userPrincipalName": "a", "telephoneNumbers": []}]
        a listed number beats the address | users | [{"id": "1", "userPrincipalName": "a", "LineUri": "tel:+1", "TelephoneNumbers": [{"TelephoneNumber": "+14255550110", "AssignmentCategory": "Alternate"}]}] | [{"id": "1", "userPrincipalName": "a", "telephoneNumbers": [{"telephoneNumber": "+14255550110", "assignmentCategory": "alternate"}]}]
        an error that is an object   | users | [{"id": "1", "userPrincipalName": "a", "UserValidationErrors": [{"ErrorCode": "7", "ErrorDescription": "no"}]}] | [{"id": "1", "userPrincipalName": "a", "userValidationErrors": ["no"]}]
        columns of granted policies  | users | [{"id": "1", "userPrincipalName": "a", "TeamsSharedCallingRoutingPolicy": {"Authority": "Tenant", "Name": "SC"}, "OnlineVoiceRoutingPolicy": "Tag:V", "TeamsEmergencyCallRoutingPolicy": null, "TeamsEmergencyCallingPolicy": null, "CallingLineIdentity": null, "TenantDialPlan": null, "OnlineDialOutPolicy": null, "TeamsCallingPolicy": ""}] | [{"id": "1", "userPrincipalName": "a", "policyGrants": [{"policyType": "TeamsSharedCallingRoutingPolicy", "policyName": "SC"}, {"policyType": "OnlineVoiceRoutingPolicy", "policyName": "V"}]}]
        Get-CsUserPolicyAssignment   | users | [{"id": "1", "userPrincipalName": "a", "effectivePolicyAssignments": {"PolicyType": "TenantDialPlan", "PolicyName": "US", "PolicySource": {"AssignmentType": "Group", "PolicyName": "US", "Reference": "g"}}}] | [{"id": "1", "userPrincipalName": "a", "effectivePolicyAssignments": [{"policyType": "TenantDialPlan", "policyAssignment": {"displayName": "US", "assignmentType": "group", "groupId": "g"}}]}]
        members as objects           | groups | [{"Id": "g", "DisplayName": "G", "members": [{"@odata.type": "#microsoft.graph.user", "id": "1"}, {"Id": "2"}, "3"]}] | [{"id": "g", "displayName": "G", "members": ["1", "2", "3"]}]
        members as a collection      | groups | [{"id": "g", "members": {"value": [{"id": "1"}]}}] | [{"id": "g", "members": ["1"]}]
        Get-CsGroupPolicyAssignment  | groupPolicyAssignments | {"GroupId": "g", "PolicyType": "TenantDialPlan", "PolicyName": "US", "Priority": 2, "CreatedTime": "/Date(1767603600000)/"} | [{"groupId": "g", "policyType": "TenantDialPlan", "policyName": "US", "rank": 2}]
        Get-CsPhoneNumberAssignment  | telephoneNumbers | [{"TelephoneNumber": "+14255550100", "NumberType": "DirectRouting", "ActivationState": "Activated", "Capability": "UserAssignment", "PstnAssignmentStatus": "UserAssigned", "AssignedPstnTargetId": "1", "IsoCountryCode": "", "LocationId": "00000000-0000-0000-0000-000000000000", "LocationUpdateSupported": false, "NumberSource": "OnPremises", "PortInOrderStatus": null}] | [{"telephoneNumber": "+14255550100", "numberType": "directRouting", "activationState": "activated", "capabilities": ["userAssignment"], "assignmentStatus": "userAssigned", "assignmentTargetId": "1", "isoCountryCode": null, "locationId": null, "supportedCustomerActions": [], "numberSource": "onPremises"}]
        Get-CsOnlineApplicationInstance | resourceAccounts | {"ObjectId": "r", "UserPrincipalName": "ra", "DisplayName": "RA", "ApplicationId": "ce933385-9390-45d1-9512-c8d228074e07", "PhoneNumber": "tel:+14255550100", "AcsResourceId": null} | [{"id": "r", "userPrincipalName": "ra", "displayName": "RA", "applicationId": "ce933385-9390-45d1-9512-c8d228074e07", "telephoneNumber": "+14255550100"}]
        a resource account as a user | resourceAccounts | [{"Identity": "r", "UserPrincipalName": "ra", "LineUri": "", "AssignedPlan": [], "associations": {"Id": "r", "ConfigurationType": "AutoAttendant", "ConfigurationId": "x", "CallPriority": null}}] | [{"id": "r", "userPrincipalName": "ra", "telephoneNumber": null, "assignedPlans": [], "associations": [{"configurationType": "AutoAttendant", "configurationId": "x"}]}]
        Get-CsAutoAttendant          | autoAttendants | {"Identity": "x", "Id": "x", "Name": "X", "Operator": {"Id": "1", "Type": "User"}, "DefaultCallFlow": {"Menu": {"DirectorySearchMethod": "ByName"}}, "DirectoryLookupScope": {"InclusionScope": {"Type": "Group", "GroupScope": {"GroupIds": ["g"]}}, "ExclusionScope": null}, "ApplicationInstances": "r"} | [{"id": "x", "name": "X", "operator": {"id": "1"}, "defaultCallFlow": {"menu": {"directorySearchMethod": "ByName"}}, "directoryLookupScope": {"inclusion": ["g"], "exclusion": "None"}, "applicationInstances": ["r"]}]
        texts before the attendants  | autoAttendants | ["Correlation id for this request : 1", {"Id": "x", "Name": "X", "DefaultCallFlow": {"Menu": {"DirectorySearchMethod": "None"}}}] | [{"id": "x", "name": "X", "defaultCallFlow": {"menu": {"directorySearchMethod": "None"}}}]
        Get-CsOnlinePstnUsage        | pstnUsages | {"Usage": ["US", "DE"], "Identity": "Global", "Key": {"ScopeClass": "Global"}} | ["US", "DE"]
        one usage                    | pstnUsages | "US" | ["US"]
        Get-CsOnlineVoiceRoute       | voiceRoutes | {"NumberPattern": ".*", "OnlinePstnUsages": {"value": "US", "Count": 1}, "OnlinePstnGatewayList": ["s"], "Name": "R", "Priority": 0} | [{"Identity": "R", "NumberPattern": ".*", "OnlinePstnUsages": ["US"], "OnlinePstnGatewayList": ["s"]}]
        Get-CsOnlineLisLocation      | locations | {"LocationId": "a0000000-0000-4000-8000-000000000001", "Description": "D", "City": "Seattle", "CountryOrRegion": "US", "ValidationStatus": "Validated", "Elin": null} | [{"locationId": "a0000000-0000-4000-8000-000000000001", "description": "D", "city": "Seattle", "countryOrRegion": "US", "validationStatus": "Validated"}]
        Get-CsTenantNetworkSite      | networkSites | {"NetworkSiteID": "S", "EmergencyCallRoutingPolicyName": "E", "EmergencyCallingPolicyName": null, "EmergencyCallRoutingPolicyTagID": "1"} | [{"Identity": "S", "EmergencyCallRoutingPolicy": "E", "EmergencyCallingPolicy": null}]
        policies by a cmdlet's name  | policies | {"Get-CsTenantDialPlan": {"Identity": "Global", "NormalizationRules": {"Pattern": "1", "Translation": "2"}}} | {"TenantDialPlan": [{"Identity": "Global", "NormalizationRules": [{"Pattern": "1", "Translation": "2"}]}]}
        one callback number          | policies | {"teamsSharedCallingRoutingPolicy": {"value": [{"Identity": "Tag:A", "ResourceAccount": "r", "EmergencyNumbers": "+14255550171"}], "Count": 1}} | {"TeamsSharedCallingRoutingPolicy": [{"Identity": "Tag:A", "ResourceAccount": "r", "EmergencyNumbers": ["+14255550171"]}]}
        """)
    void an_export_is_read_like_our_own_spelling(String what, String section, String exported, String ours) {
        var read = Fabrikam.read("{\"%s\": %s}".formatted(section, exported));
        assertThat(read)
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> true, Fact.Missing.class)
                .ignoringFields("unusable")
                .isEqualTo(Fabrikam.read("{\"%s\": %s}".formatted(section, ours)));
        assertThat(read.unusable()).hasSize(what.startsWith("texts") ? 1 : 0);
    }
}
