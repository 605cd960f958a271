package dev.linekeeper.simulator.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.linekeeper.simulator.state.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/**
 * Gives out tokens like the
 * <a href="https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference">identity
 * endpoint of App Service</a>. The tokens are worth nothing outside the simulator.
 */
public final class ManagedIdentityEndpoint implements HttpHandler {
    private static final Duration GOOD_FOR = Duration.ofHours(8);

    private final String secret;
    private final Clock clock;

    /** {@code secret} is the required value of X-IDENTITY-HEADER. */
    public ManagedIdentityEndpoint(String secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var trusted = secret.equals(exchange.getRequestHeaders().getFirst("X-IDENTITY-HEADER"));
            if (!trusted) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            var token = WireJson.object()
                    .put("access_token", "emulated")
                    .put("token_type", "Bearer")
                    .put("resource", "emulator")
                    .put(
                            "expires_on",
                            String.valueOf(clock.instant().plus(GOOD_FOR).getEpochSecond()));
            write(exchange, token.toString());
        }
    }

    public static void write(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
