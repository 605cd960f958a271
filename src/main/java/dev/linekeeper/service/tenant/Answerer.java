package dev.linekeeper.service.tenant;

import java.util.Optional;

/** The backend that serves an {@link Operation}, or the reason why none does. */
public sealed interface Answerer {
    /**
     * A backend does.
     *
     * @param source the backend as cards name it
     * @param remark why it is this one and not the usual one, or what it said when it was last tried in vain
     */
    record By(String source, Optional<String> remark) implements Answerer {
        public By(String source) {
            this(source, Optional.empty());
        }
    }

    /** Nobody can, and why. */
    record Nobody(String why) implements Answerer {}
}
