package dev.linekeeper.core.bulk;

import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.CountedLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What asking for everybody on a list would come to.
 *
 * @param counts of the rows, by outcome; those nobody has are left out
 * @param groups people for whom the same is changed, the largest first
 * @param risk of all who could be asked for together; empty when it is nobody
 * @param risks every reason, the gravest first
 */
public record ImportPreview(
        Map<RowOutcome, Integer> counts, List<StepGroup> groups, Optional<RiskLevel> risk, List<CountedLine> risks) {
    /** Steps that are the same for so many people. */
    public record StepGroup(List<StepName> steps, int people) {
        public StepGroup {
            steps = List.copyOf(steps);
        }
    }

    public ImportPreview {
        counts = Map.copyOf(counts);
        groups = List.copyOf(groups);
        risks = List.copyOf(risks);
    }

    public int of(RowOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    public int rows() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
