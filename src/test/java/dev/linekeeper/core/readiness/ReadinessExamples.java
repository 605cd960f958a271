package dev.linekeeper.core.readiness;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import java.util.stream.Stream;

/** The reports on every example, for tests elsewhere. */
public final class ReadinessExamples {
    private ReadinessExamples() {}

    public static Stream<Report<PersonCase>> reports() {
        return RuleCataloguesTest.examples().map(Example::report);
    }
}
