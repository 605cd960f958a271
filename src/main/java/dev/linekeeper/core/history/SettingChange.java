package dev.linekeeper.core.history;

import dev.linekeeper.core.enrolment.EffectivePolicy;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A setting that two readings found different.
 *
 * @param from a value of what its kind has: an {@link EffectivePolicy}, numbers, a country, the id of a place, yes or no
 */
public record SettingChange(Setting setting, Object from, Object to) {
    /** In words, with ids for groups. */
    Explanation said() {
        return said(GroupId::value);
    }

    /** In words, with groups called by what {@code name} gives. */
    public Explanation said(Function<GroupId, String> name) {
        return switch (setting.kind()) {
            case VOICE -> say(to.equals(true) ? "voice-on" : "voice-off");
            case NUMBERS -> numbers(List.copyOf((Collection<?>) from), List.copyOf((Collection<?>) to));
            case PLACE -> say("place", PhoneNumber.of(setting.of()));
            case POLICY -> say("policy", kind(PolicyKind.valueOf(setting.of())), policy(from, name), policy(to, name));
            case USAGE_LOCATION -> say("usage", country(from), country(to));
            case LICENCE -> say((to.equals(true) ? "licence-given." : "licence-gone.") + setting.of());
        };
    }

    private static Explanation numbers(List<?> from, List<?> to) {
        return from.isEmpty()
                ? say("number-given", to)
                : to.isEmpty() ? say("number-gone", from) : say("number-other", from, to);
    }

    /** The policy with where it comes from, a group by its id. */
    static Explanation policy(Object held) {
        return policy(held, GroupId::value);
    }

    private static Explanation policy(Object held, Function<GroupId, String> name) {
        var policy = (EffectivePolicy) held;
        return switch (policy.origin()) {
            case DIRECT -> say("origin.direct", policy.policy());
            case GROUP ->
                say("origin.group", policy.policy(), name.apply(policy.group().orElseThrow()));
            case GLOBAL -> say("origin.global", policy.policy());
        };
    }

    static Explanation kind(PolicyKind kind) {
        return Explanation.of("policy-kind." + kind);
    }

    /** A country; a dash for none. */
    static String country(Object iso) {
        return iso.toString().isEmpty() ? "–" : iso.toString();
    }

    static Explanation say(String key, Object... arguments) {
        return Explanation.of("history." + key, arguments);
    }
}
