package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads {@code policies}: per type what the {@code Get-Cs…Policy} cmdlets print. */
final class PolicySection {
    private PolicySection() {}

    static Policy policy(PolicyKind kind, Spot policy) {
        var name = policy.at("Identity").policyName();
        return switch (kind) {
            case SHARED_CALLING -> sharedCalling(name, policy);
            case VOICE_ROUTING -> new Policy.VoiceRouting(name, texts(policy.at("OnlinePstnUsages")));
            case EMERGENCY_CALL_ROUTING ->
                new Policy.EmergencyCallRouting(
                        name,
                        policy.at("AllowEnhancedEmergencyServices").or(false, Spot::flag),
                        policy.at("EmergencyNumbers").or(List.of(), at -> at.list(PolicySection::emergencyNumber)));
            case EMERGENCY_CALLING -> emergencyCalling(name, policy);
            case CALLING_LINE_IDENTITY -> callingLineIdentity(name, policy);
            case DIAL_PLAN ->
                new Policy.DialPlan(
                        name,
                        policy.at("NormalizationRules").or(List.of(), at -> at.list(PolicySection::normalizationRule)));
            case DIAL_OUT -> new Policy.DialOut(name);
            case CALLING ->
                new Policy.Calling(name, policy.at("AllowPrivateCalling").or(true, Spot::flag));
        };
    }

    private static Policy sharedCalling(PolicyName name, Spot policy) {
        return new Policy.SharedCalling(
                name,
                policy.at("ResourceAccount").words().map(UserId::new),
                policy.at("EmergencyNumbers").or(List.of(), at -> at.list(Spot::phone)),
                policy.at("Description").words().orElse(""));
    }

    private static Policy.EmergencyNumber emergencyNumber(Spot number) {
        return new Policy.EmergencyNumber(
                number.at("EmergencyDialString").text(),
                number.at("EmergencyDialMask").words().orElse(""),
                number.at("OnlinePSTNUsage").words());
    }

    private static Policy emergencyCalling(PolicyName name, Spot policy) {
        var dialOut = policy.at("NotificationDialOutNumber");
        return new Policy.EmergencyCalling(
                name,
                addresses(policy.at("NotificationGroup")),
                policy.at("NotificationMode").words().orElse(""),
                dialOut.words().map(_ -> dialOut.phone()),
                policy.at("ExternalLocationLookupMode")
                        .words()
                        .orElse("Disabled")
                        .toLowerCase(Locale.ROOT)
                        .equals("enabled"),
                policy.at("EnhancedEmergencyServiceDisclaimer").words(),
                policy.at("ExtendedNotifications").or(List.of(), at -> at.list(PolicySection::extendedNotification)));
    }

    private static Policy.ExtendedNotification extendedNotification(Spot notification) {
        return new Policy.ExtendedNotification(
                notification.at("EmergencyDialString").text(), addresses(notification.at("NotificationGroup")));
    }

    private static Policy callingLineIdentity(PolicyName name, Spot policy) {
        var substitute = policy.at("CallingIDSubstitute");
        return new Policy.CallingLineIdentity(
                name,
                substitute.or(
                        Policy.Substitute.LINE_URI,
                        at -> Spot.word(at.text(), Policy.Substitute.class)
                                .orElseThrow(() -> at.wrong("LineUri, Anonymous, Resource or Service"))),
                policy.at("ResourceAccount").words().map(UserId::new),
                policy.at("EnableUserOverride").or(false, Spot::flag),
                policy.at("BlockIncomingPstnCallerID").or(false, Spot::flag),
                policy.at("CompanyName").words());
    }

    private static Policy.NormalizationRule normalizationRule(Spot rule) {
        return new Policy.NormalizationRule(
                rule.at("Name").words().orElse(""),
                rule.at("Pattern").text(),
                rule.at("Translation").text(),
                rule.at("IsInternalExtension").or(false, Spot::flag));
    }

    private static List<String> texts(Spot list) {
        return list.or(List.of(), at -> at.list(Spot::text));
    }

    /** Addresses as the cmdlet takes them, separated by {@code ;}, or as a list. */
    private static List<String> addresses(Spot at) {
        return at.node().isArray()
                ? at.list(Spot::text)
                : at.words().stream()
                        .flatMap(all -> Arrays.stream(all.split(";", -1)))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .toList();
    }
}
