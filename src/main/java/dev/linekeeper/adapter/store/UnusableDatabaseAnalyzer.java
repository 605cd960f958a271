package dev.linekeeper.adapter.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong with the database, and what to do, when the application cannot start because of it. */
final class UnusableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
        return DatabaseProblem.of(cause)
                .map(trouble -> new FailureAnalysis(trouble.what(), trouble.remedy(), root))
                .orElse(null);
    }
}
