package dev.linekeeper.adapter.powershell.host;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.ClientAuthenticationException;
import dev.linekeeper.adapter.entra.EntraTokens;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The two tokens for {@code Connect-MicrosoftTeams -AccessTokens}, both new: it takes none whose ends are 90 minutes or more
 * apart, and a cache renews each at a time of its own.
 *
 * @param credentials by scope, each without a cached token for it
 */
public record AzureTokens(Function<String, TokenCredential> credentials) implements Supplier<SignIn.SignInTokens> {
    private static final String GRAPH = "https://graph.microsoft.com/.default";
    /** The Skype and Teams Tenant Admin API. */
    private static final String TEAMS = "48ac35b8-9aa8-4d74-927d-1f4a14a0b239/.default";

    @Override
    public SignIn.SignInTokens get() {
        var graph = token(GRAPH);
        var teams = token(TEAMS);
        return new SignIn.SignInTokens(graph.getToken(), teams.getToken(), earlier(graph, teams));
    }

    private AccessToken token(String scope) {
        try {
            return EntraTokens.of(credentials.apply(scope), new TokenRequestContext().addScopes(scope));
        } catch (ClientAuthenticationException refused) {
            throw new BackendFailure(
                    FailureKind.DENIED,
                    EntraTokens.code(refused),
                    "No token for Teams PowerShell (%s): %s".formatted(scope, refused.getMessage()),
                    "",
                    Optional.empty());
        } catch (RuntimeException failed) {
            throw new BackendFailure(
                    FailureKind.TRANSIENT,
                    "No token for Teams PowerShell (%s): %s".formatted(scope, failed.getMessage()));
        }
    }

    private static Instant earlier(AccessToken one, AccessToken other) {
        return one.getExpiresAt().isBefore(other.getExpiresAt())
                ? one.getExpiresAt().toInstant()
                : other.getExpiresAt().toInstant();
    }
}
