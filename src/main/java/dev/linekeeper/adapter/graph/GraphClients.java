package dev.linekeeper.adapter.graph;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestOption;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import com.microsoft.kiota.store.BackingStoreFactorySingleton;
import dev.linekeeper.adapter.entra.EntraTokens;
import dev.linekeeper.adapter.graph.values.ReadValues;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Builds SDK clients that send tokens to one host only, do not retry, and time out within a chat's patience.
 */
final class GraphClients {
    private static final String SCOPE = "https://graph.microsoft.com/.default";

    static {
        BackingStoreFactorySingleton.instance = ReadValues::new;
    }

    private GraphClients() {}

    /** Neither a token nor a client is made before the first call. */
    static Graph connect(URI baseUrl, TokenCredential credential, ApiThrottle throttle) {
        return new Graph(baseUrl, () -> client(baseUrl, credential), throttle);
    }

    /** A token for Graph. */
    static String token(TokenCredential credential) {
        return EntraTokens.of(credential, new TokenRequestContext().addScopes(SCOPE))
                .getToken();
    }

    private static GraphServiceClient client(URI baseUrl, TokenCredential credential) {
        var authentication = new BaseBearerTokenAuthenticationProvider(new HostBoundTokens(baseUrl, credential));
        RequestOption[] options = {
            // ApiThrottle retries: the SDK does not know the other callers of the rate limit.
            new RetryHandlerOption((_, _, _, _) -> false, 0, 0)
        };
        var connections = new ConnectionPool(16, 1, TimeUnit.MINUTES);
        var http = GraphClientFactory.create(options)
                // A connection that broke may have delivered a change.
                .retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(60))
                .connectionPool(connections)
                .addInterceptor(chain -> withoutDeadConnections(chain, connections))
                .addInterceptor(new GraphResponseFix())
                .addInterceptor(GraphOperations::noted)
                .build();
        return new GraphServiceClient(new BaseGraphRequestAdapter(authentication, baseUrl.toString(), http));
    }

    /**
     * The other side closes idle connections without a word, several at once, and each would fail one call: after one
     * that failed the next call, which may be the second try, opens a new one.
     */
    private static Response withoutDeadConnections(Interceptor.Chain chain, ConnectionPool connections)
            throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (IOException broken) {
            connections.evictAll();
            throw broken;
        }
    }

    /** Gives tokens to the configured host and fails for any other, which the SDK would call without a token. */
    private record HostBoundTokens(URI baseUrl, TokenCredential credential) implements AccessTokenProvider {
        @Override
        public String getAuthorizationToken(URI uri, @Nullable Map<String, Object> context) {
            if (!baseUrl.getAuthority().equals(uri.getAuthority())
                    || !baseUrl.getScheme().equals(uri.getScheme())) {
                throw new BackendFailure(FailureKind.PROTOCOL, "A call to another host than the configured one");
            }
            var request = new TokenRequestContext().addScopes(SCOPE);
            if (context != null && context.get("claims") instanceof String claims) {
                request.setClaims(claims).setCaeEnabled(true);
            }
            return EntraTokens.of(credential, request).getToken();
        }

        @Override
        public AllowedHostsValidator getAllowedHostsValidator() {
            return new AllowedHostsValidator(baseUrl.getHost());
        }
    }
}
