package dev.linekeeper.core.policies;

import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.tenant.Explanation;
import java.util.stream.Stream;

/** What the rules say of things as a change would leave them, in sentences. */
public final class Afterwards {
    private Afterwards() {}

    /** What a rule says, and what to do about it. */
    public static Stream<Explanation> said(Finding<?> finding) {
        return Stream.concat(
                Stream.of(Explanation.of(
                        "policy.rule",
                        finding.rule().id().value(),
                        finding.explanation().orElse(finding.rule().titleText()))),
                finding.rule().remedyText().map(remedy -> Explanation.of("policy.remedy", remedy)).stream());
    }
}
