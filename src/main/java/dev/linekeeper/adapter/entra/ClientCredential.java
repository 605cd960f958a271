package dev.linekeeper.adapter.entra;

import java.nio.file.Path;
import java.util.Optional;

/** What an app registration signs in to Entra with. {@code toString} shows no secret. */
public sealed interface ClientCredential {
    /**
     * The managed identity of the Azure machine this process runs on.
     *
     * @param clientId of a user-assigned identity; empty for the system-assigned one
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

    record Secret(String value) implements ClientCredential {
        @Override
        public String toString() {
            return "Secret[]";
        }
    }
}
