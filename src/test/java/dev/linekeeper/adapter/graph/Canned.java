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
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A service that says what a test wrote down, whatever it is asked or by the path it is asked for. */
final class Canned implements AutoCloseable {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** What is answered; {@code headers} are names and values in turn. */
    record CannedAnswer(int status, String contentType, byte[] body, String... headers) {
        static CannedAnswer json(String body) {
            return new CannedAnswer(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }
    }

    Canned(int status, String contentType, String answer) {
        this(_ -> new CannedAnswer(status, contentType, answer.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@code answers} is given the path, its query included. */
    Canned(Function<String, CannedAnswer> answers) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            var answer = answers.apply(exchange.getRequestURI().toString());
            if (!answer.contentType().isEmpty()) {
                exchange.getResponseHeaders().add("Content-Type", answer.contentType());
            }
            for (int each = 0; each < answer.headers().length; each += 2) {
                exchange.getResponseHeaders().add(answer.headers()[each], answer.headers()[each + 1]);
            }
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            try (var out = exchange.getResponseBody()) {
                out.write(answer.body());
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

    GraphNumbers numbers() {
        return new GraphNumbers(graph(), graph(), new NumberRecords(Clock.systemUTC()), UnaryOperator.identity());
    }

    GraphVoiceUsers voiceUsers() {
        return new GraphVoiceUsers(graph(), Clock.systemUTC());
    }

    GraphDirectory directory() {
        return new GraphDirectory(graph(), Clock.systemUTC());
    }

    Graph graph() {
        return GraphClients.connect(baseUrl(), EmulatedGraph.TOKEN, Throttles.in(new ManualTime()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
