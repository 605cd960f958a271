package dev.linekeeper.adapter.teams;

import dev.linekeeper.settings.LinekeeperProperties;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who the bot is to Teams. */
sealed interface BotIdentity {
    /** Nobody: no tokens, and therefore nobody but this machine. */
    record None() implements BotIdentity {}

    /**
     * A single-tenant bot.
     *
     * @param appId the audience of the tokens Teams sends
     * @param metadata where the connector's signing keys are described
     * @param issuer who issues the connector's tokens
     * @param scope what our own tokens are for
     */
    record Registered(String appId, String tenantId, Proof proof, URI metadata, String issuer, String scope)
            implements BotIdentity {}

    /** How the bot proves who it is. */
    sealed interface Proof {
        record ManagedIdentity(String clientId) implements Proof {}

        /** A certificate; {@code password} is a PFX file's, a PEM file has none. */
        record Certificate(Path file, Optional<String> password) implements Proof {
            @Override
            public String toString() {
                return "Certificate[file=%s]".formatted(file);
            }
        }

        record Secret(String value) implements Proof {
            @Override
            public String toString() {
                return "Secret[]";
            }
        }
    }

    /**
     * The identity in the settings.
     *
     * @throws IncompleteIdentity when some of it is missing or cannot be used, with everything that is
     */
    static BotIdentity of(LinekeeperProperties.Bot settings) {
        return new IdentitySettings(settings).identity();
    }

    /** Which tenants the bot serves: those named, or else its own; empty means any, and only nobody's bot has that. */
    default Set<String> tenants(List<String> named) {
        return switch (this) {
            case None _ -> Set.copyOf(named);
            case Registered self -> named.isEmpty() ? Set.of(self.tenantId()) : Set.copyOf(named);
        };
    }
}
