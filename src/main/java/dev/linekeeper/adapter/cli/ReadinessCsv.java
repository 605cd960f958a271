package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.readiness.judgement.Outcome;

/** One row a person; rules by their ids. */
final class ReadinessCsv implements ReadinessOutput {
    private final Csv csv;

    ReadinessCsv(Shell shell) {
        this.csv = new Csv(shell.out(), shell.wording());
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
    public void print(Judged judged) {
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
