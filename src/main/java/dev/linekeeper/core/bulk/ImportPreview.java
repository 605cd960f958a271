package dev.linekeeper.core.bulk;

import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.BatchPlan;
import dev.linekeeper.core.request.CountedLine;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What asking for everybody on a list would come to.
 *
 * @param counts of the rows, by outcome
 * @param groups people for whom the same is changed, the largest first
 * @param risk of all who could be asked for together; empty when it is nobody
 */
public record ImportPreview(
        Map<RowOutcome, Integer> counts, List<StepGroup> groups, Optional<RiskLevel> risk, List<CountedLine> risks) {
    /** Steps that are the same for so many people. */
    public record StepGroup(List<StepName> steps, int people) {}

    /** What is kept of a preview besides its rows. */
    public static ImportPreview of(BulkPreview preview) {
        var people = new LinkedHashMap<List<StepName>, Integer>();
        preview.rows().forEach(row -> people.merge(row.steps(), 1, Integer::sum));
        people.remove(List.<StepName>of());
        List<StepGroup> groups = people.entrySet().stream()
                .map(group -> new StepGroup(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt(StepGroup::people).reversed())
                .toList();
        List<CountedLine> risks = preview.plan().map(BatchPlan::risks).orElse(List.of());
        return new ImportPreview(preview.counts(), groups, preview.plan().map(BatchPlan::risk), risks);
    }

    public ImportPreview {
        counts = Map.copyOf(counts);
        groups = List.copyOf(groups);
    }

    public int of(RowOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    public int rows() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
