package dev.linekeeper.core.policies;

import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;
import java.util.stream.Stream;

/** What the rules say of things as a change would leave them, in sentences. */
public final class Afterwards {
    private Afterwards() {}

    /** Which rules do not hold then, the gravest of them; or that all hold. */
    public static Explanation rules(Report<?> then) {
        return Stream.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.WARN)
                .filter(outcome -> !ids(then, outcome).isEmpty())
                .findFirst()
                .map(outcome -> Explanation.of(
                        switch (outcome) {
                            case FAIL -> "plan.outlook.failing";
                            case UNKNOWN -> "plan.outlook.unknown";
                            default -> "plan.outlook.warnings";
                        },
                        ids(then, outcome)))
                .orElseGet(() -> Explanation.of("plan.outlook.holds"));
    }

    /** What a rule says, and what to do about it. */
    public static Stream<Explanation> said(Finding<?> finding) {
        return Stream.concat(
                Stream.of(Explanation.of(
                        "policy.rule",
                        finding.rule().id().value(),
                        finding.explanation().orElse(finding.rule().titleText()))),
                finding.rule().remedyText().map(remedy -> Explanation.of("policy.remedy", remedy)).stream());
    }

    private static List<String> ids(Report<?> then, Outcome outcome) {
        return then.with(outcome).stream()
                .filter(finding -> outcome != Outcome.UNKNOWN || finding.rule().mayFail())
                .map(finding -> finding.rule().id().value())
                .toList();
    }
}
