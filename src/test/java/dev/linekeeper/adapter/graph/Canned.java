package dev.linekeeper.adapter.graph;

import com.sun.net.httpserver.HttpServer;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that says the same thing whatever it is asked. */
final class Canned implements AutoCloseable {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Canned(int status, String contentType, String answer) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            if (!contentType.isEmpty()) {
                exchange.getResponseHeaders().add("Content-Type", contentType);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
    }

    static Canned json(String answer) {
        return new Canned(200, "application/json", answer);
    }

    URI baseUrl() {
        return URI.create(
                "http://127.0.0.1:%d/v1.0".formatted(server.getAddress().getPort()));
    }

    Graph graph() {
        return GraphClients.connect(baseUrl(), EmulatedGraph.TOKEN, Throttles.in(new ManualTime()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
