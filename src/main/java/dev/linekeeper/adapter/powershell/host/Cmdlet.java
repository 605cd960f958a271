package dev.linekeeper.adapter.powershell.host;

import dev.linekeeper.core.tenant.PolicyKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The only cmdlets Linekeeper runs, with the only parameters it passes; {@code host.ps1} has the same list and refuses
 * others. No {@code Grant} takes {@code -Global}, which would change the policy of everybody.
 */
public enum Cmdlet {
    FIND_USERS("Get-CsOnlineUser", "Identity", "AccountType"),
    READ_USER_POLICIES("Get-CsUserPolicyAssignment", "Identity", "PolicyType"),
    SET_VOICE_OR_NUMBER(
            "Set-CsPhoneNumberAssignment",
            "Identity",
            "EnterpriseVoiceEnabled",
            "PhoneNumber",
            "PhoneNumberType",
            "LocationId"),
    FIND_NUMBERS("Get-CsPhoneNumberAssignment", "Filter", "Top", "Skip"),
    READ_NUMBER_POLICIES("Get-CsPhoneNumberPolicyAssignment", "PolicyType"),
    SET_NUMBER_POLICY("Set-CsPhoneNumberPolicyAssignment", "TelephoneNumber", "PolicyType", "PolicyName"),

    READ_SHARED_CALLING("Get-CsTeamsSharedCallingRoutingPolicy"),
    CREATE_SHARED_CALLING(
            "New-CsTeamsSharedCallingRoutingPolicy", "Identity", "ResourceAccount", "EmergencyNumbers", "Description"),
    CHANGE_SHARED_CALLING(
            "Set-CsTeamsSharedCallingRoutingPolicy", "Identity", "ResourceAccount", "EmergencyNumbers", "Description"),
    REMOVE_SHARED_CALLING("Remove-CsTeamsSharedCallingRoutingPolicy", "Identity"),
    READ_VOICE_ROUTING("Get-CsOnlineVoiceRoutingPolicy"),
    CREATE_VOICE_ROUTING("New-CsOnlineVoiceRoutingPolicy", "Identity"),
    REMOVE_VOICE_ROUTING("Remove-CsOnlineVoiceRoutingPolicy", "Identity"),
    READ_EMERGENCY_CALL_ROUTING("Get-CsTeamsEmergencyCallRoutingPolicy"),
    CREATE_EMERGENCY_CALL_ROUTING(
            "New-CsTeamsEmergencyCallRoutingPolicy", "Identity", "EmergencyNumbers", "AllowEnhancedEmergencyServices"),
    CHANGE_EMERGENCY_CALL_ROUTING("Set-CsTeamsEmergencyCallRoutingPolicy", "Identity", "EmergencyNumbers"),
    REMOVE_EMERGENCY_CALL_ROUTING("Remove-CsTeamsEmergencyCallRoutingPolicy", "Identity"),
    READ_EMERGENCY_CALLING("Get-CsTeamsEmergencyCallingPolicy"),
    READ_CALLER_ID("Get-CsCallingLineIdentity"),
    CHANGE_CALLER_ID("Set-CsCallingLineIdentity", "Identity", "CallingIDSubstitute", "ResourceAccount"),
    READ_DIAL_PLANS("Get-CsTenantDialPlan"),
    READ_DIAL_OUT("Get-CsOnlineDialOutPolicy"),
    READ_CALLING("Get-CsTeamsCallingPolicy"),
    CHANGE_CALLING("Set-CsTeamsCallingPolicy", "Identity", "AllowPrivateCalling", "PreventTollBypass"),
    READ_USAGES("Get-CsOnlinePstnUsage"),
    READ_ROUTES("Get-CsOnlineVoiceRoute"),
    READ_NETWORK_SITES("Get-CsTenantNetworkSite"),

    GRANT_SHARED_CALLING("Grant-CsTeamsSharedCallingRoutingPolicy", "Identity", "PolicyName", "Group", "Rank"),
    GRANT_VOICE_ROUTING("Grant-CsOnlineVoiceRoutingPolicy", "Identity", "PolicyName", "Group", "Rank"),
    GRANT_EMERGENCY_CALL_ROUTING("Grant-CsTeamsEmergencyCallRoutingPolicy", "Identity", "PolicyName", "Group", "Rank"),
    GRANT_EMERGENCY_CALLING("Grant-CsTeamsEmergencyCallingPolicy", "Identity", "PolicyName", "Group", "Rank"),
    GRANT_CALLER_ID("Grant-CsCallingLineIdentity", "Identity", "PolicyName", "Group", "Rank"),
    GRANT_DIAL_PLAN("Grant-CsTenantDialPlan", "Identity", "PolicyName", "Group", "Rank"),
    GRANT_DIAL_OUT("Grant-CsDialoutPolicy", "Identity", "PolicyName"),
    GRANT_CALLING("Grant-CsTeamsCallingPolicy", "Identity", "PolicyName", "Group", "Rank"),
    READ_GROUP_GRANTS("Get-CsGroupPolicyAssignment", "PolicyType"),
    REMOVE_GROUP_GRANT("Remove-CsGroupPolicyAssignment", "GroupId", "PolicyType"),

    READ_LOCATIONS("Get-CsOnlineLisLocation", "ResultSize", "NumberOfResultsToSkip"),
    READ_CIVIC_ADDRESSES("Get-CsOnlineLisCivicAddress", "ResultSize", "NumberOfResultsToSkip"),
    READ_ACCOUNTS("Get-CsOnlineApplicationInstance"),
    CREATE_ACCOUNT("New-CsOnlineApplicationInstance", "UserPrincipalName", "ApplicationId", "DisplayName"),
    READ_ASSOCIATION("Get-CsOnlineApplicationInstanceAssociation", "Identity"),
    ASSOCIATE_ACCOUNT(
            "New-CsOnlineApplicationInstanceAssociation", "Identities", "ConfigurationId", "ConfigurationType"),
    DISSOCIATE_ACCOUNT("Remove-CsOnlineApplicationInstanceAssociation", "Identities"),
    READ_AUTO_ATTENDANTS("Get-CsAutoAttendant", "First", "Skip");

    private static final List<String> OF_USERS = Stream.concat(
                    Stream.of(
                            "Identity",
                            "UserPrincipalName",
                            "DisplayName",
                            "AccountType",
                            "AccountEnabled",
                            "UsageLocation",
                            "AssignedPlan",
                            "EnterpriseVoiceEnabled",
                            "LineUri",
                            "UserValidationErrors",
                            "EffectivePolicyAssignments"),
                    Arrays.stream(PolicyKind.values()).map(PolicyKind::type))
            .toList();

    private final String command;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> parameters;

    Cmdlet(String command, String... parameters) {
        this.command = command;
        this.parameters = List.of(parameters);
    }

    public String command() {
        return command;
    }

    public List<String> parameters() {
        return parameters;
    }

    /** Whether it changes nothing, so that it can be run again. */
    public boolean reads() {
        return command.startsWith("Get-");
    }

    /** The properties that are read of each object; empty for all. Users have 120, and 5,000 of those are 25 MB. */
    public List<String> properties() {
        return this == FIND_USERS ? OF_USERS : List.of();
    }

    public static Cmdlet reading(PolicyKind kind) {
        return switch (kind) {
            case SHARED_CALLING -> READ_SHARED_CALLING;
            case VOICE_ROUTING -> READ_VOICE_ROUTING;
            case EMERGENCY_CALL_ROUTING -> READ_EMERGENCY_CALL_ROUTING;
            case EMERGENCY_CALLING -> READ_EMERGENCY_CALLING;
            case CALLING_LINE_IDENTITY -> READ_CALLER_ID;
            case DIAL_PLAN -> READ_DIAL_PLANS;
            case DIAL_OUT -> READ_DIAL_OUT;
            case CALLING -> READ_CALLING;
        };
    }

    public static Cmdlet granting(PolicyKind kind) {
        return switch (kind) {
            case SHARED_CALLING -> GRANT_SHARED_CALLING;
            case VOICE_ROUTING -> GRANT_VOICE_ROUTING;
            case EMERGENCY_CALL_ROUTING -> GRANT_EMERGENCY_CALL_ROUTING;
            case EMERGENCY_CALLING -> GRANT_EMERGENCY_CALLING;
            case CALLING_LINE_IDENTITY -> GRANT_CALLER_ID;
            case DIAL_PLAN -> GRANT_DIAL_PLAN;
            case DIAL_OUT -> GRANT_DIAL_OUT;
            case CALLING -> GRANT_CALLING;
        };
    }
}
