package dev.linekeeper.simulator.graph;

import com.sun.net.httpserver.HttpExchange;
import dev.linekeeper.simulator.state.WireJson;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to the simulated Graph.
 *
 * @param path percent-encoded, below {@code /v1.0}
 * @param query decoded by name, {@code $} included however it was written
 * @param headers by lower-case name
 * @param base the address of the service, for links
 */
public record GraphRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, String body, String base) {
    public static final String ROOT = "/v1.0";

    static GraphRequest of(HttpExchange exchange, String base) throws IOException {
        var address = exchange.getRequestURI();
        var path = address.getRawPath();
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return new GraphRequest(
                exchange.getRequestMethod(),
                path.startsWith(ROOT) ? path.substring(ROOT.length()) : path,
                query(Optional.ofNullable(address.getRawQuery()).orElse("")),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                base);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (var part : raw.split("&", -1)) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                query.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
        return query;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A segment of a path; a plus is a plus there. */
    static String segment(String text) {
        return decoded(text.replace("+", "%2B"));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(query.get(name));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    ObjectNode json() {
        try {
            return WireJson.parse(body);
        } catch (JacksonException notJson) {
            throw GraphError.invalid("Unable to read JSON request payload.");
        }
    }
}
