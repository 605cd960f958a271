package dev.linekeeper.adapter.teams;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** The Bot Framework's OpenID server in miniature: metadata, and keys with their endorsements. */
public final class OpenIdStandIn implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final List<Object> keys = new CopyOnWriteArrayList<>();
    private volatile Optional<Duration> hanging = Optional.empty();

    public OpenIdStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/metadata", exchange -> answer(exchange, Map.of("jwks_uri", address("/keys"))));
        server.createContext("/keys", exchange -> answer(exchange, Map.of("keys", keys)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** It answers a byte each so often; empty when it answers as it should. */
    void hangs(Optional<Duration> betweenBytes) {
        hanging = betweenBytes;
    }

    /** A key that is published, with endorsements or without any. */
    public RSAKey publish(String id, Optional<?> endorsements) {
        RSAKey key = key(id);
        Map<String, Object> published = key.toPublicJWK().toJSONObject();
        endorsements.ifPresent(channels -> published.put("endorsements", channels));
        keys.add(published);
        return key;
    }

    /** Three MiB of keys for other channels, with certificates nobody can read, and members that are no keys at all. */
    void publishOddOnes() {
        for (int i = 0; i < 800; i++) {
            keys.add(Map.of(
                    "kty",
                    "RSA",
                    "kid",
                    "other" + i,
                    "n",
                    "AQ",
                    "e",
                    "AQAB",
                    "x5c",
                    List.of("M".repeat(3600)),
                    "endorsements",
                    List.of("webchat", "directline")));
        }
        List<String> teams = List.of("msteams");
        keys.add("no key");
        keys.add(List.of());
        keys.add(Map.of("kty", "RSA", "kid", "hollow", "endorsements", teams));
        keys.add(Map.of("kty", "new", "kid", "unheard-of", "endorsements", teams));
        keys.add(Map.of("kty", 1, "kid", List.of(), "n", Map.of(), "e", "?", "endorsements", teams));
    }

    /** A key of somebody else. */
    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String metadata() {
        return address("/metadata");
    }

    private String address(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    private void answer(HttpExchange exchange, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            for (byte one : hanging.isPresent() ? bytes : new byte[0]) {
                Thread.sleep(hanging.orElse(Duration.ZERO));
                out.write(one);
                out.flush();
            }
            if (hanging.isEmpty()) {
                out.write(bytes);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
