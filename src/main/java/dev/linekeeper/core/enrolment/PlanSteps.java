package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the steps of a plan from changes in order: each says what is in force before and after it. */
final class PlanSteps {
    private final boolean restoring;
    private final List<Step> taken = new ArrayList<>();
    private PersonState state;
    private boolean voiceUntold;

    private PlanSteps(PersonState before, boolean restoring) {
        this.state = before;
        this.restoring = restoring;
    }

    /** The steps, verified at the end; none when there is nothing to change. */
    static List<Step> of(List<Change> changes, PersonState before, Purpose purpose) {
        if (changes.isEmpty()) {
            return List.of();
        }
        var steps = new PlanSteps(before, purpose == Purpose.UNDO || purpose == Purpose.RESTORE);
        changes.forEach(steps::take);
        steps.taken.add(Step.verify());
        return List.copyOf(steps.taken);
    }

    private void take(Change change) {
        var next = state.after(change);
        taken.add(
                switch (change) {
                    case Change.ReleaseNumber(
                            _,
                            var number,
                            _,
                            _,
                            var category) -> {
                        voiceUntold |= category != Category.PRIMARY;
                        yield step(StepName.RELEASE_NUMBER, change, number.toString(), number.toString(), Step.NONE);
                    }
                    case Change.AssignNumber(
                            _,
                            var number,
                            _,
                            _,
                            _) ->
                        step(StepName.ASSIGN_NUMBER, change, number.toString(), Step.NONE, number.toString());
                    case Change.SwitchVoice(_, var on) ->
                        step(
                                on ? StepName.EV_ON : StepName.EV_OFF,
                                change,
                                Step.voice(on),
                                voiceUntold ? Step.UNKNOWN : Step.voice(state.voiceOn()),
                                Step.voice(next.voiceOn()));
                    case Change.PolicyChange it ->
                        step(
                                PolicySteps.of(it).name(it, restoring),
                                change,
                                it.granted().map(PolicyName::value).orElse(Step.NONE),
                                policy(state, it.kind()),
                                policy(next, it.kind()));
                });
        state = next;
    }

    private static Step step(StepName name, Change change, String target, String before, String after) {
        return new Step(name, Optional.of(change), target, before, after);
    }

    private static String policy(PersonState state, PolicyKind kind) {
        return state.held(kind)
                .map(EffectivePolicy::policy)
                .map(PolicyName::value)
                .orElse(Step.UNKNOWN);
    }
}
