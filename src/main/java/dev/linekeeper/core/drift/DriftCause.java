package dev.linekeeper.core.drift;

import dev.linekeeper.core.enrolment.EffectivePolicy;
import dev.linekeeper.core.enrolment.EffectivePolicy.Origin;
import dev.linekeeper.core.history.Setting;
import dev.linekeeper.core.history.Setting.SettingKind;
import dev.linekeeper.core.history.SettingChange;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The same change of the same setting from the same origin, whoever's it is. Who made it, nobody knows.
 *
 * @param setting without a number
 * @param from what it was: a policy, a country, a place; of numbers only whether there were any
 * @param group whose grant it was or is, where it was a group's
 */
public record DriftCause(Setting setting, String from, String to, CauseOrigin origin, Optional<GroupId> group) {
    private static final Set<PolicyKind> POLICIES = EnumSet.of(
            PolicyKind.SHARED_CALLING,
            PolicyKind.VOICE_ROUTING,
            PolicyKind.EMERGENCY_CALL_ROUTING,
            PolicyKind.EMERGENCY_CALLING,
            PolicyKind.CALLING_LINE_IDENTITY);

    /** Empty for a change that is none for the person: of a policy that plays no part, or the same one from elsewhere. */
    static Optional<DriftCause> of(SettingChange change) {
        var setting = change.setting();
        return switch (setting.kind()) {
            case POLICY ->
                policy(setting, (EffectivePolicy) change.from(), (EffectivePolicy) change.to())
                        .filter(_ -> POLICIES.contains(PolicyKind.valueOf(setting.of())));
            case NUMBERS -> Optional.of(plain(setting, held(change.from()), held(change.to())));
            case PLACE ->
                Optional.of(plain(
                        new Setting(SettingKind.PLACE),
                        change.from().toString(),
                        change.to().toString()));
            case VOICE, USAGE_LOCATION, LICENCE ->
                Optional.of(plain(setting, change.from().toString(), change.to().toString()));
        };
    }

    private static DriftCause plain(Setting setting, String from, String to) {
        return new DriftCause(setting, from, to, CauseOrigin.CHANGED, Optional.empty());
    }

    private static String held(Object numbers) {
        return ((Collection<?>) numbers).isEmpty() ? "none" : "some";
    }

    private static Optional<DriftCause> policy(Setting setting, EffectivePolicy from, EffectivePolicy to) {
        boolean byGroup = from.origin() == Origin.GROUP;
        CauseOrigin origin = to.origin() == Origin.DIRECT
                ? CauseOrigin.DIRECT_GIVEN
                : from.origin() == Origin.DIRECT
                        ? CauseOrigin.DIRECT_GONE
                        : byGroup && from.group().equals(to.group())
                                ? CauseOrigin.GROUP_CHANGED
                                : byGroup
                                        ? CauseOrigin.GROUP_GONE
                                        : to.origin() == Origin.GROUP ? CauseOrigin.GROUP_GIVES : CauseOrigin.DEFAULT;
        var group = switch (origin) {
            case GROUP_CHANGED, GROUP_GONE -> from.group();
            case GROUP_GIVES -> to.group();
            default -> Optional.<GroupId>empty();
        };
        return Optional.of(new DriftCause(
                        setting, from.policy().value(), to.policy().value(), origin, group))
                .filter(_ -> !from.policy().equals(to.policy()));
    }

    /** The same where it is known by now whether the person is in the group. */
    public DriftCause resolved(boolean member) {
        return origin == CauseOrigin.GROUP_GONE
                ? new DriftCause(setting, from, to, member ? CauseOrigin.GROUP_CHANGED : CauseOrigin.GROUP_LEFT, group)
                : this;
    }

    /** What tells it from others. */
    public String key() {
        return AnyCase.folded("%s %s|%s|%s|%s|%s"
                .formatted(
                        setting.kind(),
                        setting.of(),
                        from,
                        to,
                        origin,
                        group.map(GroupId::value).orElse("")));
    }

    public DriftSeverity severity() {
        return switch (setting.kind()) {
            case VOICE -> isOn() ? DriftSeverity.OTHER : DriftSeverity.LOSES_CALLING;
            case LICENCE -> !isOn() && Followers.needed(setting) ? DriftSeverity.LOSES_CALLING : DriftSeverity.OTHER;
            case NUMBERS, PLACE -> DriftSeverity.EMERGENCY;
            case USAGE_LOCATION -> DriftSeverity.OTHER;
            case POLICY ->
                switch (PolicyKind.valueOf(setting.of())) {
                    case SHARED_CALLING -> isLost() ? DriftSeverity.LOSES_CALLING : DriftSeverity.EMERGENCY;
                    case EMERGENCY_CALLING, EMERGENCY_CALL_ROUTING -> DriftSeverity.EMERGENCY;
                    default -> DriftSeverity.OTHER;
                };
        };
    }

    private boolean isOn() {
        return to.equals("true");
    }

    private boolean isLost() {
        return new PolicyName(to).isGlobal();
    }

    /** In words, for so many people; {@code groupName} is the group's, or its id where that was not read. */
    public Explanation said(int people, String groupName) {
        return switch (setting.kind()) {
            case VOICE -> say(isOn() ? "voice-on" : "voice-off", people);
            case LICENCE -> say((isOn() ? "licence-given." : "licence-gone.") + setting.of(), people);
            case NUMBERS ->
                say(from.equals("none") ? "number-given" : to.equals("none") ? "number-gone" : "number-other", people);
            case PLACE -> say("place", people);
            case USAGE_LOCATION -> say("usage", people, country(from), country(to));
            case POLICY -> say("because." + origin, policySaid(people), groupName);
        };
    }

    private Explanation policySaid(int people) {
        var kind = Explanation.of("policy-kind." + setting.of());
        boolean shared = setting.of().equals(PolicyKind.SHARED_CALLING.name());
        String key = isLost() ? "lost" : new PolicyName(from).isGlobal() ? "got" : "other";
        return say(
                (shared ? "shared." : "policy.") + key,
                people,
                new PolicyName(key.equals("got") ? to : from),
                new PolicyName(to),
                kind);
    }

    private static String country(String iso) {
        return iso.isEmpty() ? "–" : iso;
    }

    private static Explanation say(String key, Object... arguments) {
        return Explanation.of("drift.said." + key, arguments);
    }
}
