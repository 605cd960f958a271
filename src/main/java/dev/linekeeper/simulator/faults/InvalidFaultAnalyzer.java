package dev.linekeeper.simulator.faults;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints in one line what is wrong with the file of fault switches when it stops the start-up. */
final class InvalidFaultAnalyzer extends AbstractFailureAnalyzer<InvalidFault> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidFault cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct the file; its shape is in src/docs/simulator.md.", cause);
    }
}
