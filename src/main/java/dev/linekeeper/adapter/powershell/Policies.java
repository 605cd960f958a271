package dev.linekeeper.adapter.powershell;

import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.util.Arrays;
import java.util.List;

/** Reads what the {@code Get-Cs…Policy} cmdlets print. A property that a judgement rests on must be there. */
final class Policies {
    private Policies() {}

    static Policy policy(PolicyKind kind, Output policy) {
        var name = policy.at("Identity").policyName();
        return switch (kind) {
            case SHARED_CALLING -> sharedCalling(policy);
            case VOICE_ROUTING ->
                new Policy.VoiceRouting(name, policy.at("OnlinePstnUsages").list(Output::text));
            case EMERGENCY_CALL_ROUTING ->
                new Policy.EmergencyCallRouting(
                        name,
                        policy.at("AllowEnhancedEmergencyServices").flag(),
                        policy.at("EmergencyNumbers").list(Policies::emergencyNumber));
            case EMERGENCY_CALLING -> emergencyCalling(name, policy);
            case CALLING_LINE_IDENTITY ->
                new Policy.CallingLineIdentity(
                        name,
                        policy.at("CallingIDSubstitute").oneOf(Policy.Substitute.class),
                        policy.at("ResourceAccount").words().map(UserId::new),
                        policy.at("EnableUserOverride").flag(),
                        policy.at("BlockIncomingPstnCallerID").flag(),
                        policy.at("CompanyName").words());
            case DIAL_PLAN ->
                new Policy.DialPlan(name, policy.at("NormalizationRules").list(Policies::normalizationRule));
            case DIAL_OUT -> new Policy.DialOut(name);
            case CALLING ->
                new Policy.Calling(name, policy.at("AllowPrivateCalling").flag());
        };
    }

    static Policy.SharedCalling sharedCalling(Output policy) {
        var account = policy.at("ResourceAccount");
        if (account.absent()) {
            throw account.wrong("the id of an account or nothing");
        }
        return new Policy.SharedCalling(
                policy.at("Identity").policyName(),
                account.words().map(UserId::new),
                policy.at("EmergencyNumbers").list(Output::phone),
                policy.at("Description").words().orElse(""));
    }

    private static Policy.EmergencyNumber emergencyNumber(Output number) {
        return new Policy.EmergencyNumber(
                number.at("EmergencyDialString").text(),
                number.at("EmergencyDialMask").words().orElse(""),
                number.at("OnlinePSTNUsage").words());
    }

    private static Policy emergencyCalling(PolicyName name, Output policy) {
        var dialOut = policy.at("NotificationDialOutNumber");
        var extended = policy.at("ExtendedNotifications");
        return new Policy.EmergencyCalling(
                name,
                addresses(policy.at("NotificationGroup")),
                policy.at("NotificationMode").words().orElse(""),
                dialOut.words().map(_ -> dialOut.phone()),
                policy.at("ExternalLocationLookupMode")
                        .words()
                        .filter("Enabled"::equalsIgnoreCase)
                        .isPresent(),
                policy.at("EnhancedEmergencyServiceDisclaimer").words(),
                // Older modules do not know them.
                extended.absent() ? List.of() : extended.list(Policies::extendedNotification));
    }

    private static Policy.ExtendedNotification extendedNotification(Output notification) {
        return new Policy.ExtendedNotification(
                notification.at("EmergencyDialString").text(), addresses(notification.at("NotificationGroup")));
    }

    private static Policy.NormalizationRule normalizationRule(Output rule) {
        return new Policy.NormalizationRule(
                rule.at("Name").words().orElse(""),
                rule.at("Pattern").text(),
                rule.at("Translation").text(),
                rule.at("IsInternalExtension").flag());
    }

    /** Addresses separated by {@code ;}. */
    private static List<String> addresses(Output at) {
        return at.words().stream()
                .flatMap(all -> Arrays.stream(all.split(";", -1)))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
