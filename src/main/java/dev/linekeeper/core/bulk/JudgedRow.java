package dev.linekeeper.core.bulk;

import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.GivenNumber;
import java.util.List;
import java.util.Optional;

/**
 * A row, and what asking for it would come to.
 *
 * @param person whom the row names; empty when nobody, or nobody for certain
 * @param user the user principal name of the person, as it was read; empty where that was not kept
 * @param number the one the person would be given as their own
 * @param steps what would be changed, in order; empty when there is no plan
 */
public record JudgedRow(
        Row row,
        Optional<UserId> person,
        RowOutcome outcome,
        Explanation reason,
        List<StepName> steps,
        Optional<GivenNumber> number,
        Optional<String> user) {
    /** A row that gives nobody a number. */
    public JudgedRow(Row row, Optional<UserId> person, RowOutcome outcome, Explanation reason, List<StepName> steps) {
        this(row, person, outcome, reason, steps, Optional.empty(), Optional.empty());
    }

    public JudgedRow {
        steps = List.copyOf(steps);
    }

    /** The same with the name of its person, where there is one. */
    JudgedRow called(Optional<String> name) {
        return new JudgedRow(row, person, outcome, reason, steps, number, name);
    }
}
