package dev.linekeeper.service.tenant;

import java.util.Optional;

/** The backend that serves an {@link Operation}, or the reason why none does. */
public sealed interface OperationProvider {
    /**
     * A backend that serves the operation.
     *
     * @param source the backend as cards name it
     * @param remark why not the usual backend, or the failure of the last probe
     */
    record ProvidingBackend(String source, Optional<String> remark) implements OperationProvider {
        public ProvidingBackend(String source) {
            this(source, Optional.empty());
        }
    }

    /** No backend can, and why. */
    record NoProvider(String why) implements OperationProvider {}
}
