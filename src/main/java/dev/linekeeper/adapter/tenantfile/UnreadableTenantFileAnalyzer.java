package dev.linekeeper.adapter.tenantfile;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints in one line what is wrong with the tenant file when it stops the start-up. */
final class UnreadableTenantFileAnalyzer extends AbstractFailureAnalyzer<UnreadableTenantFile> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnreadableTenantFile cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct the file, or name another one with linekeeper.tenant-file. Its shape:"
                        + " src/docs/tenant-file.md.",
                cause);
    }
}
