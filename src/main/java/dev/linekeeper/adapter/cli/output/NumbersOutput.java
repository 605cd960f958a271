package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.adapter.cli.statements.KeptStatements;
import dev.linekeeper.chat.numbers.NumberListing;
import dev.linekeeper.chat.numbers.ReservationNotes;
import dev.linekeeper.core.numbers.NumberSelection;
import dev.linekeeper.core.numbers.SelectedNumber;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers of a tenant for people, scripts and spreadsheets. */
public record NumbersOutput(NumberSelection numbers, KeptStatements said) {
    /** With what could not be read. */
    public Map<String, @Nullable Object> json(List<String> unread) {
        return ShellJson.members(
                "counts",
                ShellJson.members(
                        "state", numbers.counts().byState(),
                        "type",
                                numbers.counts().byType().entrySet().stream()
                                        .collect(Collectors.toMap(
                                                entry -> entry.getKey().graphName(),
                                                Map.Entry::getValue,
                                                Long::sum,
                                                TreeMap::new)),
                        "country", numbers.counts().byCountry()),
                "cannotTell",
                numbers.cannotTell(),
                "numbers",
                rows(),
                "unread",
                unread);
    }

    /** Those that have the same digits in them. */
    public Map<String, @Nullable Object> matches(String given) {
        return ShellJson.members("given", given, "matches", rows());
    }

    public void csv(CsvWriter csv) {
        csv.row("number", "state", "type", "country", "for", "target", "reservedFor");
        numbers.found()
                .forEach(number -> csv.row(
                        number.entry().number(),
                        number.entry().status(),
                        number.entry().type().graphName(),
                        number.country(),
                        number.entry().capabilities().known(),
                        number.entry().target(),
                        Fact.present(said.reserved(number.entry().number()))
                                .map(it -> it.whom().name())));
    }

    public void table(Shell shell) {
        new CardText(shell)
                .print(NumberListing.of(
                        numbers, said.reserved().map(ReservationNotes::all).orElse(Map.of())));
    }

    private List<Map<String, @Nullable Object>> rows() {
        return numbers.found().stream().map(this::row).toList();
    }

    private Map<String, @Nullable Object> row(SelectedNumber number) {
        TelephoneNumber entry = number.entry();
        return ShellJson.members(
                "number", entry.number(),
                "state", entry.status(),
                "type", entry.type().graphName(),
                "country", number.country(),
                "for", entry.capabilities().map(all -> all.stream().sorted().toList()),
                "target", entry.target(),
                "reserved", said.reserved(entry.number()));
    }
}
