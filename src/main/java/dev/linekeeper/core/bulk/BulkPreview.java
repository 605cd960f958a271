package dev.linekeeper.core.bulk;

import dev.linekeeper.core.request.BatchPlan;
import dev.linekeeper.core.tenant.UserId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What asking for everybody on a list would come to.
 *
 * @param rows every row, judged, by number
 * @param plan of all whose row is {@link RowOutcome#READY} or {@link RowOutcome#FIXABLE}, as one; empty when that is nobody
 * @param names the user principal names of people the rows mean, as far as they were looked up
 */
public record BulkPreview(List<JudgedRow> rows, Optional<BatchPlan> plan, Map<UserId, String> names) {
    private static final Comparator<JudgedRow> BY_NUMBER =
            Comparator.comparingInt(row -> row.row().number());

    public BulkPreview {
        names = Map.copyOf(names);
        Map<UserId, String> known = names;
        rows = rows.stream()
                .map(row -> row.called(row.person().map(known::get).or(row::user)))
                .sorted(BY_NUMBER)
                .toList();
    }

    /** How many rows have each outcome; none is left out. */
    public Map<RowOutcome, Integer> counts() {
        var counts = new EnumMap<RowOutcome, Integer>(RowOutcome.class);
        for (var outcome : RowOutcome.values()) {
            counts.put(outcome, 0);
        }
        rows.forEach(row -> counts.merge(row.outcome(), 1, Integer::sum));
        return counts;
    }

    /** The user principal name of the person a row means, else their object id; empty when it is nobody. */
    public Optional<String> user(JudgedRow row) {
        return row.user().or(() -> row.person().map(UserId::value));
    }

    /** The rows that somebody has to do something about first; one example of each reason, then the others. */
    public List<JudgedRow> worstFirst() {
        return WorstFirst.of(rows);
    }
}
