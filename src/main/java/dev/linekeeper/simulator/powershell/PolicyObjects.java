package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.WireJson;
import java.util.Collection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Policies in the output of the {@code Get-Cs…Policy} cmdlets. */
final class PolicyObjects {
    private PolicyObjects() {}

    static ObjectNode of(Policy policy) {
        var printed = WireJson.object().put("Identity", identity(policy.name()));
        switch (policy) {
            case Policy.SharedCalling(_, var account, var numbers, var description) -> {
                printed.put("ResourceAccount", account.map(UserId::value).orElse(null))
                        .put("Description", description);
                fill(
                        printed.putArray("EmergencyNumbers"),
                        numbers.stream().map(PhoneNumber::toString).toList());
            }
            case Policy.VoiceRouting(_, var usages) ->
                fill(printed.putArray("OnlinePstnUsages"), usages);
            case Policy.EmergencyCallRouting(_, var enhanced, var numbers) -> {
                printed.put("AllowEnhancedEmergencyServices", enhanced);
                var listed = printed.putArray("EmergencyNumbers");
                numbers.forEach(number -> listed.addObject()
                        .put("EmergencyDialString", number.dialString())
                        .put("EmergencyDialMask", number.dialMask())
                        .put("OnlinePSTNUsage", number.usage().orElse(null)));
            }
            case Policy.EmergencyCalling calling -> emergencyCalling(printed, calling);
            case Policy.CallingLineIdentity identity ->
                printed.put("CallingIDSubstitute", WireJson.pascal(identity.substitute()))
                        .put(
                                "ResourceAccount",
                                identity.resourceAccount().map(UserId::value).orElse(null))
                        .put("EnableUserOverride", identity.userMayHide())
                        .put("BlockIncomingPstnCallerID", identity.blocksIncomingCallerId())
                        .put("CompanyName", identity.companyName().orElse(null));
            case Policy.DialPlan(_, var rules) -> {
                var listed = printed.putArray("NormalizationRules");
                rules.forEach(rule -> listed.addObject()
                        .put("Name", rule.name())
                        .put("Pattern", rule.pattern())
                        .put("Translation", rule.translation())
                        .put("IsInternalExtension", rule.internalExtension()));
            }
            case Policy.DialOut _, Policy.Unread _ -> {}
            case Policy.Calling(_, var privateCalling, var noTollBypass, var limit) ->
                printed.put("AllowPrivateCalling", privateCalling)
                        .put("PreventTollBypass", noTollBypass)
                        .put("EnableSpendLimits", limit.isPresent())
                        .put("CallingSpendUserLimit", limit.orElse(null));
        }
        return printed.put("PropertyWeDoNotKnow", "yet");
    }

    static String identity(PolicyName name) {
        return name.isGlobal() ? "Global" : "Tag:" + name.value();
    }

    static void fill(ArrayNode listed, Collection<String> texts) {
        texts.forEach(listed::add);
    }

    private static void emergencyCalling(ObjectNode printed, Policy.EmergencyCalling calling) {
        printed.put("NotificationGroup", String.join(";", calling.notified()))
                .put("NotificationMode", calling.notificationMode())
                .put("NotificationDialOutNumber", calling.dialOut().orElse(null))
                .put("ExternalLocationLookupMode", calling.externalLocationLookup() ? "Enabled" : "Disabled")
                .put("EnhancedEmergencyServiceDisclaimer", calling.disclaimer().orElse(null));
        var listed = printed.putArray("ExtendedNotifications");
        calling.extended()
                .forEach(extended -> listed.addObject()
                        .put("EmergencyDialString", extended.dialString())
                        .put("NotificationGroup", String.join(";", extended.notified())));
    }
}
