package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Change;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;

/**
 * How the tenant stands to one step of a plan: what decides between writing, having written and keeping hands off. A
 * step looks only at the part it changes.
 */
public sealed interface Standing {
    /** It is as the step leaves it. */
    record Done(String now) implements Standing {}

    /** It is as the step expects to find it. */
    record Due(String now) implements Standing {}

    /** It is neither: somebody else was here. */
    record Moved(String now) implements Standing {}

    /** It was not reported, so nobody can tell. */
    record Unreadable(PolicyKind kind) implements Standing {}

    /**
     * Compares a person with a step.
     *
     * @param plan the plan of the step, for the state the step expects
     * @param now the person as read just now
     */
    static Standing of(Plan plan, Change change, PersonState now) {
        return switch (change) {
            case Change.ReleaseNumber(_, var number, _) -> holds(now, number) ? new Due("held") : new Done("released");
            case Change.AssignNumber(_, var number, _) -> {
                if (holds(now, number)) {
                    yield new Done(number.toString());
                }
                yield now.lines().isEmpty() ? new Due(Step.NONE) : new Moved("another number");
            }
            case Change.SwitchVoice(_, var on) -> {
                String is = now.voiceOn() ? Step.ON : Step.OFF;
                yield now.voiceOn() == on ? new Done(is) : new Due(is);
            }
            case Change.GrantPolicy(_, var kind, var policy) -> policy(plan, kind, Optional.of(policy), now);
            case Change.RevokePolicy(_, var kind) -> policy(plan, kind, Optional.empty(), now);
        };
    }

    private static boolean holds(PersonState now, PhoneNumber number) {
        return now.lines().stream().anyMatch(line -> line.number().equals(number));
    }

    private static Standing policy(Plan plan, PolicyKind kind, Optional<PolicyName> wanted, PersonState now) {
        return now.held(kind)
                .<Standing>map(held -> {
                    String is = shown(held);
                    if (held.direct().equals(wanted)) {
                        return new Done(is);
                    }
                    return held.direct().equals(plan.before().direct(kind)) ? new Due(is) : new Moved(is);
                })
                .orElseGet(() -> new Unreadable(kind));
    }

    private static String shown(Held held) {
        return switch (held.origin()) {
            case DIRECT -> held.policy() + " (direct)";
            case GROUP -> held.policy() + " (group)";
            case GLOBAL -> held.policy() + " (global)";
        };
    }
}
