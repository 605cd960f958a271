package dev.linekeeper.app;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What goes wrong when a part of the program starts, in one line for the shell. */
final class OneLineFailure {
    private OneLineFailure() {}

    /** Runs the supplier; a failure that Spring Boot can explain becomes a {@link BackendFailure} of one line. */
    static <T> T at(Supplier<T> start) {
        try {
            return start.get();
        } catch (RuntimeException failed) {
            var fault =
                    new BackendFailure(FailureKind.INVALID, explained(failed).orElseThrow(() -> failed));
            fault.initCause(failed);
            throw fault;
        }
    }

    /** The explanation of the failure analyzers, empty when none has one; those that need more than the failure are not asked. */
    private static Optional<String> explained(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (_, _, _) -> {}).stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .map(why -> "%s. %s"
                        .formatted(
                                why.getDescription().strip().replaceAll("\\.$", ""),
                                Objects.requireNonNullElse(why.getAction(), ""))
                        .replaceAll("\\s+", " ")
                        .strip());
    }
}
