package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.readiness.judgement.Outcome;
import java.util.List;
import java.util.function.Function;

/** One row a person; rules by their ids. */
public final class ReadinessCsv implements ReadinessOutput {
    private static final List<CsvColumn> COLUMNS = List.of(
            new CsvColumn("user", PersonResult::user),
            new CsvColumn("displayName", it -> it.person().displayName()),
            new CsvColumn("overall", PersonResult::overall),
            new CsvColumn("policy", PersonResult::policy),
            new CsvColumn("fail", it -> it.report().with(Outcome.FAIL)),
            new CsvColumn("warn", it -> it.report().with(Outcome.WARN)),
            new CsvColumn("unknown", it -> it.report().with(Outcome.UNKNOWN)),
            new CsvColumn("manual", it -> it.report().with(Outcome.MANUAL)),
            new CsvColumn("callerIdKind", it -> it.callerId().kind()),
            new CsvColumn("callerIdNumber", it -> it.callerId().number()),
            new CsvColumn("callerIdSource", it -> it.callerId().source()),
            new CsvColumn("callerIdConfidence", it -> it.callerId().confidence()),
            new CsvColumn("emergencyKind", it -> it.emergency().kind()),
            new CsvColumn("emergencyNumbers", it -> it.emergency().numbers()),
            new CsvColumn("emergencyCallback", it -> it.emergency().callback()),
            new CsvColumn("emergency", it -> EmergencyVerdict.of(it.report()).headline()));

    private final CsvWriter csv;

    private record CsvColumn(String heading, Function<PersonResult, Object> cell) {}

    public ReadinessCsv(Shell shell) {
        this.csv = new CsvWriter(shell.out(), shell.wording());
        csv.row(COLUMNS.stream().map(CsvColumn::heading).toArray());
    }

    @Override
    public void print(PersonResult judged) {
        csv.row(COLUMNS.stream().map(column -> column.cell().apply(judged)).toArray());
    }

    @Override
    public void end() {}
}
