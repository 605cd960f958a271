package dev.linekeeper.service.tenant;

import java.util.Optional;

/** The backend that serves an {@link Operation}, or the reason why none does. */
public sealed interface OperationProvider {
    /**
     * A backend does.
     *
     * @param source the backend as cards name it
     * @param remark why it is this one and not the usual one, or what it said when it was last tried in vain
     */
    record ProvidingBackend(String source, Optional<String> remark) implements OperationProvider {
        public ProvidingBackend(String source) {
            this(source, Optional.empty());
        }
    }

    /** Nobody can, and why. */
    record NoProvider(String why) implements OperationProvider {}
}
