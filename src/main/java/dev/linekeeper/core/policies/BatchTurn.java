package dev.linekeeper.core.policies;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepName;
import java.util.stream.Stream;

/** When a member of a batch is applied: a policy is made before people get it, and removed once they have another. */
public enum BatchTurn {
    BEFORE,
    PEOPLE,
    AFTER;

    /** How many of the plans are for people. */
    public static int people(Stream<Plan> plans) {
        return (int) plans.filter(plan -> of(plan) == PEOPLE).count();
    }

    public static BatchTurn of(Plan plan) {
        return plan.subject().person().isPresent()
                ? PEOPLE
                : plan.steps().stream().map(Step::name).anyMatch(StepName.REMOVE_POLICY::equals) ? AFTER : BEFORE;
    }
}
