package dev.linekeeper.adapter.powershell;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line what is missing where Spring Boot would print a stack trace. */
final class UnusableBackendAnalyzer extends AbstractFailureAnalyzer<UnusableBackend> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableBackend cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set what is missing (src/docs/powershell.md), or use linekeeper.backend=tenant-file or demo.",
                cause);
    }
}
