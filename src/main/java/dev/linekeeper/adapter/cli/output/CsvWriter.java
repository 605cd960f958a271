package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.service.bulk.SpreadsheetRows;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Comma-separated values as {@link SpreadsheetRows} writes them. What could not be read is "not read", what is not there is empty, several values have a space between them, and a finding is its rule.
 */
public record CsvWriter(PrintWriter out, Function<Explanation, String> wording) {
    public void row(Object... cells) {
        new SpreadsheetRows(out, ',').add(Stream.of(cells).map(this::text).toList());
    }

    /** One row below its headings: a heading, its cell, the next heading … */
    public void only(Object... headingsAndCells) {
        IntStream.range(0, 2)
                .forEach(first -> row(IntStream.iterate(first, at -> at < headingsAndCells.length, at -> at + 2)
                        .mapToObj(at -> headingsAndCells[at])
                        .toArray()));
    }

    private String text(Object cell) {
        return switch (cell) {
            case Fact<?> fact -> fact.fold(this::text, _ -> "not read");
            case Optional<?> maybe -> maybe.map(this::text).orElse("");
            case Collection<?> several -> several.stream().map(this::text).collect(Collectors.joining(" "));
            case Explanation explanation -> wording.apply(explanation);
            case Finding<?> finding -> finding.rule().id().value();
            case Enum<?> constant -> constant.name();
            case Object other -> other.toString();
        };
    }
}
