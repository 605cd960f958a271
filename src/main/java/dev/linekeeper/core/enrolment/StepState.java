package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.VoiceUser;

/**
 * A person's settings compared with one change of a plan: it decides between writing, having written and keeping hands
 * off. Only the setting that the change is about counts.
 *
 * @param seen what was read, for an admin, such as {@code Seattle (direct)}; why nothing could be told when unreadable
 */
public record StepState(Progress progress, String seen) {
    public enum Progress {
        /** The setting is as the change leaves it. */
        DONE,
        /** The setting is as the plan expects to find it. */
        DUE,
        /** The setting is neither: somebody else changed it. */
        MOVED,
        /** The setting was not reported, so nobody can tell. */
        UNREADABLE
    }

    /**
     * Compares a person with a change.
     *
     * @param plan the plan of the change, for the state it expects
     * @param voice the person as read just now
     */
    public static StepState of(Plan plan, Change change, Fact<VoiceUser> voice) {
        return PersonState.of(voice).fold(now -> of(plan, change, now), why -> new StepState(Progress.UNREADABLE, why));
    }

    public static StepState of(Plan plan, Change change, PersonState now) {
        return switch (change) {
            case Change.ReleaseNumber(
                    _,
                    var number,
                    _,
                    _,
                    _) ->
                now.holds(number) ? new StepState(Progress.DUE, "held") : new StepState(Progress.DONE, "released");
            case Change.AssignNumber(
                    _,
                    var number,
                    _,
                    _,
                    var category) -> {
                var held = now.as(number);
                if (held.isPresent()) {
                    yield held.get() == category
                            ? new StepState(Progress.DONE, number.toString())
                            : new StepState(Progress.MOVED, "%s as %s".formatted(number, held.get()));
                }
                yield plan.before().lines().containsAll(now.lines())
                        ? new StepState(Progress.DUE, Step.NONE)
                        : new StepState(Progress.MOVED, "another number");
            }
            case Change.SwitchVoice(_, var on) ->
                new StepState(now.voiceOn() == on ? Progress.DONE : Progress.DUE, Step.voice(now.voiceOn()));
            case Change.PolicyChange it ->
                now.held(it.kind())
                        .map(held -> new StepState(progress(plan, it, held), held.toString()))
                        .orElseGet(() -> new StepState(
                                Progress.UNREADABLE,
                                "%s was not reported".formatted(it.kind().type())));
        };
    }

    private static Progress progress(Plan plan, Change.PolicyChange change, EffectivePolicy held) {
        if (held.direct().equals(change.granted())) {
            return Progress.DONE;
        }
        return held.direct().equals(plan.before().direct(change.kind())) ? Progress.DUE : Progress.MOVED;
    }
}
