package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.function.Supplier;

/** A reading that many wait for: after a time-out or a 5xx it is made a second time. */
final class RepeatedReading {
    private RepeatedReading() {}

    static <T> T of(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BackendFailure first) {
            if (first.kind() != FailureKind.TRANSIENT) {
                throw first;
            }
            return reading.get();
        }
    }
}
