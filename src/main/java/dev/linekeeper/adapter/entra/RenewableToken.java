package dev.linekeeper.adapter.entra;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.microsoft.aad.msal4j.IManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The access token of an app registration for one scope. Azure Identity hands out a cached token until it expires; here
 * a token that was refused before is replaced by a new one. Thread-safe; a call blocks until Entra has answered.
 */
public final class RenewableToken {
    private final TokenRequestContext scope;
    private final Supplier<TokenCredential> renewed;
    private TokenCredential credential;

    /**
     * Puts it together; makes no call.
     *
     * @param renewed supplies a credential that has no cached token
     */
    public RenewableToken(TokenCredential credential, String scope, Supplier<TokenCredential> renewed) {
        this.credential = credential;
        this.scope = new TokenRequestContext().addScopes(scope);
        this.renewed = renewed;
    }

    /** The token of a registration for a scope such as {@code https://api.botframework.com/.default}. */
    public static RenewableToken of(AppRegistration app, String scope) {
        return new RenewableToken(app.credential(), scope, () -> withoutCache(app, scope));
    }

    /**
     * A credential whose next token for the scope is a new one, not one that a cache has kept.
     *
     * @throws RuntimeException of MSAL when a managed identity has none
     */
    public static TokenCredential withoutCache(AppRegistration app, String scope) {
        // Where Kubernetes proves the identity, a credential keeps its tokens to itself, and MSAL has no machine to
        // ask.
        if (app.proof() instanceof ClientCredential.ManagedIdentity(var clientId)
                && System.getenv("AZURE_FEDERATED_TOKEN_FILE") == null) {
            forgetTokens(clientId, scope);
        }
        return app.credential();
    }

    /** MSAL keeps tokens of a managed identity for the whole process; a forced one takes the place of the cached one. */
    private static void forgetTokens(String clientId, String scope) {
        var id = clientId.isEmpty()
                ? ManagedIdentityId.systemAssigned()
                : ManagedIdentityId.userAssignedClientId(clientId);
        IManagedIdentityApplication identity =
                ManagedIdentityApplication.builder(id).build();
        try {
            identity.acquireTokenForManagedIdentity(
                            ManagedIdentityParameters.builder(scope.replaceFirst("/\\.default$", ""))
                                    .forceRefresh(true)
                                    .build())
                    .join();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new CompletionException(failed);
        }
    }

    /**
     * A token that has not expired.
     *
     * @throws RuntimeException of Azure Identity when there is none to be had
     */
    public synchronized String current() {
        return EntraTokens.of(credential, scope).getToken();
    }

    /**
     * A token other than one that was refused; callers whose one token was refused together cause one call.
     *
     * @throws RuntimeException of Azure Identity or MSAL when there is none to be had
     */
    public synchronized String insteadOf(String refused) {
        String now = current();
        if (!now.equals(refused)) {
            return now;
        }
        credential = renewed.get();
        return current();
    }
}
