package dev.linekeeper.adapter.powershell.host;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How {@code Connect-MicrosoftTeams} signs in. Secrets go to the process over standard input only. */
public sealed interface SignIn {
    /** No sign-in, for the simulator on this machine; the real {@code host.ps1} refuses it. */
    record StandInSignIn() implements SignIn {}

    /** A certificate that PowerShell reads itself; {@code password} is that of a PFX file. */
    record CertificateSignIn(String appId, String tenantId, Path file, Optional<String> password) implements SignIn {
        @Override
        public String toString() {
            return "Certificate[appId=%s, tenantId=%s, file=%s]".formatted(appId, tenantId, file);
        }
    }

    /** Tokens that Linekeeper gets, so that no lasting secret reaches PowerShell. */
    record AccessTokenSignIn(String tenantId, Supplier<SignInTokens> tokens) implements SignIn {
        @Override
        public String toString() {
            return "AccessTokens[tenantId=%s]".formatted(tenantId);
        }
    }

    /** Tokens for Microsoft Graph and Teams; {@code expiresAt} is when the first of them expires. */
    record SignInTokens(String graph, String teams, Instant expiresAt) {
        @Override
        public String toString() {
            return "Tokens[expiresAt=%s]".formatted(expiresAt);
        }
    }

    /** The message that signs a process in, and until when the sign-in is valid. */
    record SignInMessage(ObjectNode message, Instant goodUntil) {
        @Override
        public String toString() {
            return "Proof[goodUntil=%s]".formatted(goodUntil);
        }
    }

    /** A new message; gets new tokens. */
    static SignInMessage message(SignIn signIn) {
        var message = JsonNodeFactory.instance.objectNode();
        return switch (signIn) {
            case StandInSignIn() -> new SignInMessage(message.put("method", "stand-in"), Instant.MAX);
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
