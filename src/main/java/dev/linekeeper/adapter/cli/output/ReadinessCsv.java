package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.readiness.judgement.Outcome;

/** One row a person; rules by their ids. */
public final class ReadinessCsv implements ReadinessOutput {
    private final CsvWriter csv;

    public ReadinessCsv(Shell shell) {
        this.csv = new CsvWriter(shell.out(), shell.wording());
        csv.row(
                "user",
                "displayName",
                "overall",
                "policy",
                "fail",
                "warn",
                "unknown",
                "manual",
                "callerIdKind",
                "callerIdNumber",
                "callerIdSource",
                "callerIdConfidence",
                "emergencyKind",
                "emergencyNumbers",
                "emergencyCallback");
    }

    @Override
    public void print(PersonResult judged) {
        var report = judged.report();
        var callerId = judged.callerId();
        var emergency = judged.emergency();
        csv.row(
                judged.user(),
                judged.person().displayName(),
                judged.overall(),
                judged.policy(),
                report.with(Outcome.FAIL),
                report.with(Outcome.WARN),
                report.with(Outcome.UNKNOWN),
                report.with(Outcome.MANUAL),
                callerId.kind(),
                callerId.number(),
                callerId.source(),
                callerId.confidence(),
                emergency.kind(),
                emergency.numbers(),
                emergency.callback());
    }

    @Override
    public void end() {}
}
