package dev.linekeeper.core.bulk;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A row, and what asking for it would come to.
 *
 * @param person whom the row names; empty when nobody, or nobody for certain
 * @param steps what would be changed, in order; empty when there is no plan
 */
public record JudgedRow(
        Row row, Optional<UserId> person, RowOutcome outcome, Explanation reason, List<StepName> steps) {
    public JudgedRow {
        steps = List.copyOf(steps);
    }

    /** Whether a plan made since has the steps that were shown, and takes no policy from anybody who was not to be moved. */
    public boolean isStill(Plan plan, boolean moves) {
        return (moves || plan.leavesNoPolicy()) && plan.stepNames().equals(steps);
    }
}
