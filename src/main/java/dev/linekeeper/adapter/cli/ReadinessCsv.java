package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.readiness.Outcome;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.stream.Collectors;

/** One row a person; rules by their ids. */
final class ReadinessCsv implements ReadinessOutput {
    private final Csv csv;

    ReadinessCsv(Csv csv) {
        this.csv = csv;
        csv.row(List.of(
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
                "emergencyCallback"));
    }

    @Override
    public void print(Judged judged) {
        var callerId = judged.callerId();
        var emergency = judged.emergency();
        csv.row(List.of(
                judged.user(),
                judged.person().displayName(),
                judged.overall().name(),
                judged.policy().map(PolicyName::value).orElse(""),
                rules(judged, Outcome.FAIL),
                rules(judged, Outcome.WARN),
                rules(judged, Outcome.UNKNOWN),
                rules(judged, Outcome.MANUAL),
                callerId.kind().name(),
                callerId.number().map(PhoneNumber::toString).orElse(""),
                callerId.source().map(Enum::name).orElse(""),
                callerId.confidence().name(),
                emergency.kind().name(),
                emergency.numbers().stream().map(PhoneNumber::toString).collect(Collectors.joining(" ")),
                emergency.callback().name()));
    }

    @Override
    public void end() {}

    private static String rules(Judged judged, Outcome outcome) {
        return judged.report().with(outcome).stream()
                .map(finding -> finding.rule().id().value())
                .collect(Collectors.joining(" "));
    }
}
