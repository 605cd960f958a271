package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Change;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns changes, already in order, into steps that say what was there before and what is there after each. */
final class Steps {
    private final boolean restoring;
    private final List<Step> taken = new ArrayList<>();
    private PersonState state;

    private Steps(PersonState before, boolean restoring) {
        this.state = before;
        this.restoring = restoring;
    }

    /** The steps, verified at the end; none when there is nothing to change. */
    static List<Step> of(List<Change> changes, PersonState before, Purpose purpose) {
        if (changes.isEmpty()) {
            return List.of();
        }
        var steps = new Steps(before, purpose == Purpose.UNDO);
        changes.forEach(steps::take);
        steps.taken.add(Step.verify());
        return List.copyOf(steps.taken);
    }

    private void take(Change change) {
        var next = state.after(change);
        taken.add(
                switch (change) {
                    case Change.ReleaseNumber(_, var number, _) ->
                        step(StepName.RELEASE_NUMBER, change, number.toString(), number.toString(), Step.NONE);
                    case Change.AssignNumber(_, var number, _) ->
                        step(StepName.ASSIGN_NUMBER, change, number.toString(), Step.NONE, number.toString());
                    case Change.SwitchVoice(_, var on) ->
                        step(
                                on ? StepName.EV_ON : StepName.EV_OFF,
                                change,
                                voice(on),
                                voice(state.voiceOn()),
                                voice(next.voiceOn()));
                    case Change.GrantPolicy(_, var kind, var policy) ->
                        step(name(kind), change, policy.value(), policy(state, kind), policy(next, kind));
                    case Change.RevokePolicy(_, var kind) ->
                        step(
                                kind == PolicyKind.SHARED_CALLING ? StepName.REVOKE_SC : name(kind),
                                change,
                                Step.NONE,
                                policy(state, kind),
                                policy(next, kind));
                });
        state = next;
    }

    private static Step step(StepName name, Change change, String target, String before, String after) {
        return new Step(name, Optional.of(change), target, before, after);
    }

    private StepName name(PolicyKind kind) {
        return switch (kind) {
            case SHARED_CALLING -> restoring ? StepName.RESTORE_SC : StepName.GRANT_SC;
            case VOICE_ROUTING -> restoring ? StepName.RESTORE_VRP : StepName.GRANT_VRP;
            case EMERGENCY_CALL_ROUTING -> restoring ? StepName.RESTORE_ECRP : StepName.GRANT_ECRP;
            case EMERGENCY_CALLING, CALLING_LINE_IDENTITY, DIAL_PLAN, DIAL_OUT, CALLING ->
                throw new IllegalArgumentException("No step of a plan changes a %s".formatted(kind.type()));
        };
    }

    private static String voice(boolean on) {
        return on ? Step.ON : Step.OFF;
    }

    private static String policy(PersonState state, PolicyKind kind) {
        return state.held(kind).map(Held::policy).map(PolicyName::value).orElse(Step.UNKNOWN);
    }
}
