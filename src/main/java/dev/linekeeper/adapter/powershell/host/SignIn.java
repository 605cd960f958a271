package dev.linekeeper.adapter.powershell.host;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How {@code Connect-MicrosoftTeams} proves who we are. What it needs goes over standard input and nowhere else. */
public sealed interface SignIn {
    /** A host that asks for no proof: the emulator on this machine. The real {@code host.ps1} refuses it. */
    record StandInSignIn() implements SignIn {}

    /** The system-assigned managed identity of the machine PowerShell runs on. */
    record MachineIdentity() implements SignIn {}

    /** A certificate PowerShell reads itself; {@code password} is a PFX file's. */
    record CertificateSignIn(String appId, String tenantId, Path file, Optional<String> password) implements SignIn {
        @Override
        public String toString() {
            return "Certificate[appId=%s, tenantId=%s, file=%s]".formatted(appId, tenantId, file);
        }
    }

    /** Tokens we ask for ourselves, so that no lasting secret reaches PowerShell. */
    record AccessTokenSignIn(String tenantId, Supplier<SignInTokens> tokens) implements SignIn {
        @Override
        public String toString() {
            return "AccessTokens[tenantId=%s]".formatted(tenantId);
        }
    }

    /** A token for Microsoft Graph and one for Teams, and when the first of them expires. */
    record SignInTokens(String graph, String teams, Instant expiresAt) {
        @Override
        public String toString() {
            return "Tokens[expiresAt=%s]".formatted(expiresAt);
        }
    }

    /** What one process is told: the message, and until when it is good. */
    record SignInMessage(ObjectNode message, Instant goodUntil) {
        @Override
        public String toString() {
            return "Proof[goodUntil=%s]".formatted(goodUntil);
        }
    }

    /** Fresh proof; tokens are asked for now. */
    static SignInMessage proof(SignIn signIn) {
        var message = JsonNodeFactory.instance.objectNode();
        return switch (signIn) {
            case StandInSignIn() -> new SignInMessage(message.put("method", "stand-in"), Instant.MAX);
            case MachineIdentity() -> new SignInMessage(message.put("method", "managed-identity"), Instant.MAX);
            case CertificateSignIn(var appId, var tenantId, var file, var password) ->
                new SignInMessage(
                        message.put("method", "certificate")
                                .put("appId", appId)
                                .put("tenantId", tenantId)
                                .put("file", file.toAbsolutePath().toString())
                                .put("password", password.orElse(null)),
                        Instant.MAX);
            case AccessTokenSignIn(var tenantId, var tokens) -> {
                var fresh = tokens.get();
                yield new SignInMessage(
                        message.put("method", "access-tokens")
                                .put("tenantId", tenantId)
                                .put("graphToken", fresh.graph())
                                .put("teamsToken", fresh.teams()),
                        fresh.expiresAt());
            }
        };
    }
}
