package dev.linekeeper.adapter.entra;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the missing settings in one line instead of a stack trace. */
public final class IncompleteSettingsAnalyzer extends AbstractFailureAnalyzer<IncompleteSettings> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IncompleteSettings cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
