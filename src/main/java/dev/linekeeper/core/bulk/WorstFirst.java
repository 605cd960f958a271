package dev.linekeeper.core.bulk;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows that somebody has to do something about before the others: one example of each reason, then the rest. */
final class WorstFirst {
    private WorstFirst() {}

    static List<JudgedRow> of(List<JudgedRow> rows) {
        var told = new HashSet<String>();
        var examples = rows.stream()
                .sorted(Comparator.comparing(JudgedRow::outcome, RowOutcome.WORST_FIRST))
                .collect(Collectors.partitioningBy(row -> row.outcome().isTrouble()
                        && told.add(row.outcome() + row.reason().key())));
        return Stream.of(true, false)
                .flatMap(each -> examples.getOrDefault(each, List.of()).stream())
                .toList();
    }
}
