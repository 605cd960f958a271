package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.Fact;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * A service that reads or changes a tenant. Every method of every port may throw {@link BackendFailure} and nothing else.
 */
public interface Backend {
    /** The name of the backend as cards show it: "Microsoft Graph", "Teams PowerShell", "tenant file". */
    String source();

    /** An answer of this backend as a fact of now; a failure becomes a missing fact with the reason. */
    default <T> Fact<T> asFact(Supplier<T> answer, Clock clock) {
        try {
            return new Fact.Known<>(answer.get(), source(), clock.instant());
        } catch (BackendFailure failure) {
            return Fact.missing("%s: %s".formatted(source(), failure.getMessage()));
        }
    }
}
