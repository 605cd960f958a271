package dev.linekeeper.adapter.teams;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is missing where Spring Boot would print a stack trace. */
final class IncompleteIdentityAnalyzer extends AbstractFailureAnalyzer<IncompleteIdentity> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IncompleteIdentity cause) {
        return new FailureAnalysis(
                "The bot's identity is incomplete: " + cause.getMessage(),
                "Set what is missing (environment variables work too: LINEKEEPER_BOT_APP_ID), or remove every"
                        + " linekeeper.bot setting of it to serve this machine only, without tokens.",
                cause);
    }
}
