package dev.linekeeper.adapter.tenantfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be used is named with its place and costs as little as possible. */
class UnusableValuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "isEnterpriseVoiceEnabled": "yes"        | /isEnterpriseVoiceEnabled: true or false was expected, found "yes"
        "EnterpriseVoiceEnabled": 1              | /EnterpriseVoiceEnabled: true or false was expected, found 1
        "UsageLocation": "USA"                   | /UsageLocation: a two-letter country such as US was expected, found "USA"
        "AccountType": 2                         | /AccountType: a text was expected, found 2; if that is a word, export it with ConvertTo-Json -EnumsAsStrings
        "AssignedPlan": "System.Object[]"        | /AssignedPlan: a list was expected, found "System.Object[]"; if the export cut it off, use ConvertTo-Json with a greater -Depth
        "AssignedPlan": ["@{ServicePlanId=x}"]   | /AssignedPlan/0: an object was expected, found "@{ServicePlanId=x}"; if the export cut it off, use ConvertTo-Json with a greater -Depth
        "LineUri": "tel:+1"                      | /LineUri: a telephone number such as +14255550100 was expected, found "+1"
        "telephoneNumbers": {"value": [{"telephoneNumber": "x"}]} | /telephoneNumbers/value/0/telephoneNumber: a telephone number such as +14255550100 was expected, found "x"
        "department": {"a": 1}                   | /department: a text was expected, found {"a":1}
        "TeamsCallingPolicy": {"Name": 7}        | /TeamsCallingPolicy/Name: a text was expected, found 7; if that is a word, export it with ConvertTo-Json -EnumsAsStrings
        "effectivePolicyAssignments": [{"policyType": "TenantDialPlan", "policyAssignment": {"displayName": "US", "assignmentType": "odd"}}] | /effectivePolicyAssignments/0/policyAssignment/assignmentType: direct or group was expected, found "odd"
        """)
    void an_odd_member_of_a_person_costs_that_member(String member, String complaint) {
        var read =
                read("{\"users\": [{\"id\": \"1\", \"userPrincipalName\": \"a\", %s, \"featureTypes\": [\"Teams\"]}]}"
                        .formatted(member));
        assertThat(read.unusable()).containsExactly("/users/0" + complaint);
        assertThat(person(read).features().known()).isPresent();
    }

    @Test
    void the_missing_fact_gives_the_same_reason() {
        var read = read("{\"users\": [{\"id\": \"1\", \"userPrincipalName\": \"a\", \"AccountEnabled\": \"x\"}]}");
        assertThat(person(read).entry().enabled())
                .isEqualTo(Fact.missing(read.unusable().getFirst()));
    }

    @Test
    void null_is_unknown_where_a_list_or_a_flag_is_usual_and_worth_no_word() {
        var read = read("""
            {"users": [{"id": "1", "userPrincipalName": "a", "AssignedPlan": null, "EnterpriseVoiceEnabled": null,
             "FeatureTypes": null, "policyGrants": null, "effectivePolicyAssignments": null, "telephoneNumbers": null}],
             "groups": [{"id": "g", "members": null}, {"id": "h", "members": []}], "policies": null, "pstnUsages": null}
            """);
        var person = person(read);
        assertThat(List.of(
                        person.entry().plans(), person.voiceOn(), person.features(), person.grants(), person.lines()))
                .allSatisfy(fact -> assertThat(fact).isInstanceOf(Fact.Missing.class));
        assertThat(person.voiceOn())
                .isEqualTo(Fact.missing(
                        "/users/0/EnterpriseVoiceEnabled is null in the tenant file: it could not be read"));
        assertThat(read.groups().orElseThrow().values())
                .extracting(group -> group.untold().isPresent())
                .containsExactly(true, false);
        assertThat(read.policies()).isEmpty();
        assertThat(read.unusable()).isEmpty();
    }

    @Test
    void a_column_that_is_not_there_leaves_that_kind_of_policy_unknown() {
        var person =
                person(read("{\"users\": [{\"id\": \"1\", \"userPrincipalName\": \"a\", \"TenantDialPlan\": {\"Name\":"
                        + " \"US\"}, \"TeamsCallingPolicy\": null}]}"));
        assertThat(person.grants().known()).contains(Map.of(PolicyKind.DIAL_PLAN, new PolicyName("US")));
        assertThat(person.reported().untold())
                .hasSize(PolicyKind.values().length - 2)
                .doesNotContainKeys(PolicyKind.DIAL_PLAN, PolicyKind.CALLING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "cloud": "Moon"                          | cloud           | /cloud: Worldwide, GCC, GCCHigh, DoD or China was expected, found "Moon"
        "groups": "x"                            | groups          | /groups: an object was expected, found "x"; if the export cut it off, use ConvertTo-Json with a greater -Depth
        "pstnUsages": {"value": ["A"], "@odata.nextLink": "https://x"} | pstnUsages | /pstnUsages/@odata.nextLink: the whole list was expected, found "https://x"
        "telephoneNumbers": {"value": [], "@odata.nextLink": "https://x"} | telephoneNumbers | /telephoneNumbers/@odata.nextLink: the whole list was expected, found "https://x"
        "policies": []                           | policies/TenantDialPlan | /policies: an object with a list for each type of policy was expected, found []
        "policies": {"TenantDialPlan": "x"}      | policies/TenantDialPlan | /policies/TenantDialPlan: an object was expected, found "x"; if the export cut it off, use ConvertTo-Json with a greater -Depth
        """)
    void a_section_that_is_not_complete_says_nothing_about_what_there_is(String odd, String section, String complaint) {
        var read = read("{%s, \"displayName\": \"X\"}".formatted(odd));
        assertThat(read.unusable()).containsExactly(complaint);
        assertThat(read.why(section)).isEqualTo(complaint);
        assertThat(read.displayName()).contains("X");
        assertThat(read.policies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        CallingLineIdentity             | "CallingIDSubstitute": 2           | /CallingIDSubstitute: a text was expected, found 2; if that is a word, export it with ConvertTo-Json -EnumsAsStrings
        CallingLineIdentity             | "CallingIDSubstitute": "Nobody"    | /CallingIDSubstitute: a Substitute (LineUri, Anonymous, Resource or Service) was expected, found "Nobody"
        TeamsEmergencyCallRoutingPolicy | "EmergencyNumbers": ["EmergencyDialString=911;EmergencyDialMask="] | /EmergencyNumbers/0: an object was expected, found "EmergencyDialString=911;EmergencyDialMask="; if the export cut it off, use ConvertTo-Json with a greater -Depth
        OnlineVoiceRoutingPolicy        | "OnlinePstnUsages": null           | /OnlinePstnUsages: a list was expected, found null
        TenantDialPlan                  | "NormalizationRules": "Microsoft.Rtc.Management.Voice" | /NormalizationRules: a list was expected, found "Microsoft.Rtc.Management.Voice"; if the export cut it off, use ConvertTo-Json with a greater -Depth
        """)
    void an_odd_member_of_a_policy_costs_that_policy(String type, String member, String complaint) {
        var read = read("{\"policies\": {\"%s\": [{\"Identity\": \"Tag:Odd\", %s}, {\"Identity\": \"Global\"}]}}"
                .formatted(type, member));
        var kind = PolicyKind.ofType(type).orElseThrow();
        var why = "/policies/%s/0%s".formatted(type, complaint);
        assertThat(read.unusable()).containsExactly(why);
        var tenant = new FileTenant(read, Clock.systemUTC())
                .ports()
                .reader(Clock.systemUTC(), Duration.ofHours(1))
                .tenant()
                .tenant();
        Class<? extends Policy> content = tenant.policies(kind)
                .known()
                .orElseThrow()
                .get(PolicyName.GLOBAL)
                .getClass();
        assertThat(tenant.policy(new PolicyName("Odd"), content)).isEqualTo(Fact.missing(why));
        assertThat(tenant.policy(PolicyName.GLOBAL, content).known().orElseThrow())
                .isPresent();
        assertThat(tenant.policy(new PolicyName("None"), content).known().orElseThrow())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        TeamsEmergencyCallRoutingPolicy | "AllowEnhancedEmergencyServices": null  | -
        TeamsEmergencyCallingPolicy     | "ExternalLocationLookupMode": 1         | /policies/TeamsEmergencyCallingPolicy/0/ExternalLocationLookupMode: a text was expected, found 1; if that is a word, export it with ConvertTo-Json -EnumsAsStrings
        CallingLineIdentity             | "EnableUserOverride": null              | -
        CallingLineIdentity             | "BlockIncomingPstnCallerID": "no"       | /policies/CallingLineIdentity/0/BlockIncomingPstnCallerID: true or false was expected, found "no"
        TeamsCallingPolicy              | "AllowPrivateCalling": "yes"            | /policies/TeamsCallingPolicy/0/AllowPrivateCalling: true or false was expected, found "yes"
        TeamsCallingPolicy              | "PreventTollBypass": null               | -
        TeamsCallingPolicy              | "EnableSpendLimits": null               | -
        """)
    void an_odd_flag_of_a_policy_costs_that_flag(String type, String member, String complaint) {
        var read = read("{\"policies\": {\"%s\": [{\"Identity\": \"Tag:Odd\", %s}]}}".formatted(type, member));
        assertThat(read.unusable()).isEqualTo(complaint == null ? List.of() : List.of(complaint));
        var policy = read.policies().get(PolicyKind.ofType(type).orElseThrow()).get(new PolicyName("Odd"));
        assertThat(flags(policy).filter(Fact.Missing.class::isInstance)).hasSize(1);
    }

    private static Stream<Fact<?>> flags(Policy policy) {
        return switch (policy) {
            case Policy.EmergencyCallRouting it -> Stream.of(it.enhancedServices());
            case Policy.EmergencyCalling it -> Stream.of(it.externalLocationLookup());
            case Policy.CallingLineIdentity it -> Stream.of(it.userMayHide(), it.blocksIncomingCallerId());
            case Policy.Calling it -> Stream.of(it.privateCalling(), it.preventTollBypass(), it.spendLimit());
            case Policy other -> throw new AssertionError(other);
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                                                   | UNKNOWN | true
        "@{ServicePlanId=}"                                    | UNKNOWN | true
        {"capabilityStatus": "Enabled"}                        | ENABLED | true
        {"servicePlanId": 7, "capabilityStatus": "Warning"}    | WARNING | true
        {"servicePlanId": null, "capabilityStatus": "Deleted"} | DELETED | false
        {"servicePlanId": "other", "capabilityStatus": null}   | UNKNOWN | false
        """)
    void a_licence_that_cannot_be_read_may_be_any_and_costs_no_other(String odd, String status, boolean mayBe) {
        var plans = person(read("""
            {"users": [{"id": "1", "userPrincipalName": "a", "assignedPlans": [
              %s, {"servicePlanId": "4828c8ec-dc2e-4779-b502-87ac9ce28ab7", "capabilityStatus": "Enabled"}]}]}
            """.formatted(odd))).entry().plans().known().orElseThrow();
        assertThat(plans).hasSize(2);
        assertThat(plans.getFirst().status().name()).isEqualTo(status);
        assertThat(plans.getFirst().mayBe(List.of("57ff2da0-773e-42df-b2af-ffb7a2317929")))
                .isEqualTo(mayBe);
        assertThat(plans.getLast().status().name()).isEqualTo("ENABLED");
    }

    @Test
    void callback_numbers_that_were_never_set_are_none() {
        var read = read(
                "{\"policies\": {\"TeamsSharedCallingRoutingPolicy\": {\"Identity\": \"Global\", \"ResourceAccount\":"
                        + " null, \"EmergencyNumbers\": null}}}");
        assertThat(read.policies().get(PolicyKind.SHARED_CALLING).values())
                .containsExactly(new Policy.SharedCalling(PolicyName.GLOBAL, Optional.empty(), List.of(), ""));
    }

    @Test
    void an_odd_number_costs_itself_and_what_is_not_listed_may_exist() {
        var read = read("{\"telephoneNumbers\": [{\"telephoneNumber\": \"x\", \"numberType\": \"callingPlan\"},"
                + " {\"telephoneNumber\": \"+14255550100\", \"numberType\": \"callingPlan\", \"capabilities\":"
                + " []}]}");
        assertThat(read.numbers().orElseThrow()).containsOnlyKeys(PhoneNumber.of("+14255550100"));
        assertThat(new FileTenant(read, Clock.systemUTC())
                        .ports()
                        .numbers()
                        .all()
                        .unread())
                .containsExactly(
                        "/telephoneNumbers/0/telephoneNumber: a telephone number such as +14255550100 was expected,"
                                + " found \"x\"");
    }

    @Test
    void people_of_the_first_page_are_kept_and_the_rest_is_named() {
        var read = read("{\"users\": {\"value\": [{\"id\": \"1\", \"userPrincipalName\": \"a\"}], \"@odata.nextLink\":"
                + " \"https://x\"}}");
        assertThat(read.users().orElseThrow()).hasSize(1);
        assertThat(read.unusable()).hasSize(1);
    }

    private static TenantContent read(String json) {
        return Fabrikam.read(json);
    }

    private static StoredUser person(TenantContent read) {
        return read.user(new UserId("1")).orElseThrow();
    }
}
