package dev.linekeeper.adapter.powershell;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.VoiceRoute;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads policies, voice routes, network sites and addresses in the shape of the {@code Get-Cs…} cmdlets, from their
 * output or from a file. A member that a rule needs must be in a cmdlet's output; a file may leave out usual values.
 */
public final class CatalogueReader {
    private CatalogueReader() {}

    public static Policy policy(PolicyKind kind, JsonCursor policy) {
        var name = policy.at("Identity").policyName();
        return switch (kind) {
            case SHARED_CALLING -> sharedCalling(policy);
            case VOICE_ROUTING -> new Policy.VoiceRouting(name, texts(policy.at("OnlinePstnUsages")));
            case EMERGENCY_CALL_ROUTING ->
                new Policy.EmergencyCallRouting(
                        name,
                        flag(policy, "AllowEnhancedEmergencyServices"),
                        policy.at("EmergencyNumbers").or(List.of(), at -> at.list(CatalogueReader::emergencyNumber)));
            case EMERGENCY_CALLING -> emergencyCalling(name, policy);
            case CALLING_LINE_IDENTITY ->
                new Policy.CallingLineIdentity(
                        name,
                        policy.at("CallingIDSubstitute")
                                .or(
                                        Policy.Substitute.LINE_URI,
                                        at -> at.oneOf(
                                                Policy.Substitute.class,
                                                "a Substitute (LineUri, Anonymous, Resource or Service)")),
                        policy.at("ResourceAccount").words().map(UserId::new),
                        flag(policy, "EnableUserOverride"),
                        flag(policy, "BlockIncomingPstnCallerID"),
                        policy.at("CompanyName").words());
            case DIAL_PLAN ->
                new Policy.DialPlan(
                        name,
                        policy.at("NormalizationRules")
                                .or(List.of(), at -> at.list(CatalogueReader::normalizationRule)));
            case DIAL_OUT -> new Policy.DialOut(name);
            case CALLING ->
                new Policy.Calling(
                        name,
                        policy.at("AllowPrivateCalling").told(at -> at.or(true, JsonCursor::flag)),
                        policy.at("PreventTollBypass").told(CatalogueReader::sinceLater),
                        policy.at("EnableSpendLimits")
                                .told(CatalogueReader::sinceLater)
                                .flatMap(limited -> policy.at("CallingSpendUserLimit")
                                        .told(at -> limited ? at.optional(JsonCursor::amount) : Optional.empty())));
        };
    }

    /** The policy; {@link Policy.Unread} when something in it cannot be read, such as a flag that was never set. */
    static Policy policyOrUnread(PolicyKind kind, JsonCursor policy) {
        try {
            return policy(kind, policy);
        } catch (BackendFailure odd) {
            return unread(kind, policy, "%s: %s".formatted(policy.document().source(), odd.getMessage()));
        }
    }

    /** What stands for a policy that cannot be read; one without a name may be any policy. */
    public static Policy.Unread unread(PolicyKind kind, JsonCursor policy, String why) {
        var name = policy.node().isObject()
                ? policy.at("Identity").fact(JsonCursor::policyName).known()
                : Optional.<PolicyName>empty();
        return new Policy.Unread(name.orElse(Policy.Unread.NAMELESS), kind, why);
    }

    static Policy.SharedCalling sharedCalling(JsonCursor policy) {
        return new Policy.SharedCalling(
                policy.at("Identity").policyName(),
                policy.at("ResourceAccount")
                        .stated("the id of an account or nothing")
                        .words()
                        .map(UserId::new),
                // The cmdlet has null for none.
                policy.at("EmergencyNumbers").node().isNull()
                        ? List.of()
                        : policy.at("EmergencyNumbers")
                                .or(
                                        List.of(),
                                        at -> at.list(CatalogueReader::emergencyPhone).stream()
                                                .flatMap(Optional::stream)
                                                .toList()),
                policy.at("Description").words().orElse(""));
    }

    /** In what a cmdlet prints, a number that cannot be understood costs only itself: it was stored long ago. */
    private static Optional<PhoneNumber> emergencyPhone(JsonCursor number) {
        return number.document().isComplete() ? number.readablePhone() : Optional.of(number.phone());
    }

    /** Assigned plans; one that cannot be read may be any. */
    public static List<ServicePlan> plans(JsonCursor list) {
        return list.list(plan -> plan.told(CatalogueReader::plan)
                .known()
                .orElseGet(() -> ServicePlan.unreadable(ServicePlanStatus.UNKNOWN)));
    }

    private static ServicePlan plan(JsonCursor plan) {
        var status = plan.at("CapabilityStatus")
                .fact(at -> at.known(ServicePlanStatus.class))
                .known()
                .flatMap(known -> known)
                .orElse(ServicePlanStatus.UNKNOWN);
        return plan.at("ServicePlanId")
                .told(JsonCursor::text)
                .known()
                .map(id -> new ServicePlan(id, status))
                .orElseGet(() -> ServicePlan.unreadable(status));
    }

    public static VoiceRoute voiceRoute(JsonCursor route) {
        return new VoiceRoute(
                route.at("Identity").text(),
                route.at("NumberPattern").text(),
                texts(route.at("OnlinePstnUsages")),
                texts(route.at("OnlinePstnGatewayList")));
    }

    public static NetworkSite networkSite(JsonCursor site) {
        return new NetworkSite(
                site.at("Identity").text(),
                sitePolicy(site, "EmergencyCallRoutingPolicy"),
                sitePolicy(site, "EmergencyCallingPolicy"));
    }

    /** The civic address in one line, such as {@code 1 Pike Street, Seattle, WA 98101, US}. */
    public static String addressLine(JsonCursor place) {
        return Stream.of(
                        words(
                                place,
                                "HouseNumber",
                                "HouseNumberSuffix",
                                "PreDirectional",
                                "StreetName",
                                "StreetSuffix",
                                "PostDirectional"),
                        words(place, "City"),
                        words(place, "StateOrProvince", "PostalCode"),
                        words(place, "CountryOrRegion"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String words(JsonCursor place, String... members) {
        return Stream.of(members)
                .flatMap(member -> place.at(member).words().stream())
                .collect(Collectors.joining(" "));
    }

    /** The member is documented as {@code …PolicyName}; the cmdlets that set it call it {@code …Policy}. */
    private static Optional<PolicyName> sitePolicy(JsonCursor site, String name) {
        var documented = site.at(name + "Name");
        var found = documented.absent() ? site.at(name) : documented;
        return found.stated("the name of a policy or nothing").words().map(_ -> found.policyName());
    }

    private static Policy.EmergencyNumber emergencyNumber(JsonCursor number) {
        return new Policy.EmergencyNumber(
                number.at("EmergencyDialString").text(),
                number.at("EmergencyDialMask").words().orElse(""),
                number.at("OnlinePSTNUsage").words());
    }

    /** A flag that is off where a file leaves it out. One that was never set, or is none, is missing, and nothing else. */
    private static Fact<Boolean> flag(JsonCursor policy, String name) {
        return policy.at(name).told(at -> at.or(false, JsonCursor::flag));
    }

    /** A flag that older modules do not print. */
    private static boolean sinceLater(JsonCursor flag) {
        return !flag.absent() && flag.flag();
    }

    /** Enabled or Disabled; a mode that was never set is Disabled. */
    private static boolean isEnabled(JsonCursor mode) {
        return mode.words()
                .map(word -> switch (AnyCase.folded(word)) {
                    case "enabled" -> true;
                    case "disabled" -> false;
                    default -> throw mode.wrong("Enabled or Disabled");
                })
                .orElse(false);
    }

    private static Policy emergencyCalling(PolicyName name, JsonCursor policy) {
        var extended = policy.at("ExtendedNotifications");
        return new Policy.EmergencyCalling(
                name,
                addresses(policy.at("NotificationGroup")),
                policy.at("NotificationMode").words().orElse(""),
                policy.at("NotificationDialOutNumber").words(),
                policy.at("ExternalLocationLookupMode").told(CatalogueReader::isEnabled),
                policy.at("EnhancedEmergencyServiceDisclaimer").words(),
                // Older modules do not print them.
                extended.empty() ? List.of() : extended.list(CatalogueReader::extendedNotification));
    }

    private static Policy.ExtendedNotification extendedNotification(JsonCursor notification) {
        return new Policy.ExtendedNotification(
                notification.at("EmergencyDialString").text(), addresses(notification.at("NotificationGroup")));
    }

    private static Policy.NormalizationRule normalizationRule(JsonCursor rule) {
        return new Policy.NormalizationRule(
                rule.at("Name").words().orElse(""),
                rule.at("Pattern").text(),
                rule.at("Translation").text(),
                flag(rule, "IsInternalExtension").known().orElse(false));
    }

    private static List<String> texts(JsonCursor list) {
        return list.or(List.of(), at -> at.list(JsonCursor::text));
    }

    /** Mail addresses, separated by {@code ;} or as a list. */
    private static List<String> addresses(JsonCursor at) {
        return at.node().isArray()
                ? at.list(JsonCursor::text)
                : at.words().stream()
                        .flatMap(all -> Arrays.stream(all.split(";", -1)))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .toList();
    }
}
