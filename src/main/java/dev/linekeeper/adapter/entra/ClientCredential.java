package dev.linekeeper.adapter.entra;

import java.nio.file.Path;
import java.util.Optional;

/** How an app registration proves to Entra who it is. No secret shows in a text form. */
public sealed interface ClientCredential {
    /**
     * The identity Azure gives the machine we run on.
     *
     * @param clientId of a user-assigned identity; empty for the one the system assigned
     */
    record ManagedIdentity(String clientId) implements ClientCredential {}

    /**
     * A certificate in a file.
     *
     * @param password of a PFX file; without one the file is PEM
     */
    record Certificate(Path file, Optional<String> password) implements ClientCredential {
        @Override
        public String toString() {
            return "Certificate[file=%s]".formatted(file);
        }
    }

    /** A client secret. */
    record Secret(String value) implements ClientCredential {
        @Override
        public String toString() {
            return "Secret[]";
        }
    }
}
