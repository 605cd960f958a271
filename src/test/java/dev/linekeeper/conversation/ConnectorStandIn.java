package dev.linekeeper.conversation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Bot Connector in Teams' place, on loopback: takes what the bot sends, gives it ids, and can be told to misbehave. */
public final class ConnectorStandIn implements AutoCloseable {
    /** An answer other than the usual one. */
    public record Trouble(int status, Map<String, String> headers, String body) {
        public static Trouble status(int status) {
            return new Trouble(status, Map.of(), "{}");
        }

        /** With an error code, as the documentation shows it. */
        public static Trouble code(int status, String code) {
            return new Trouble(status, Map.of(), "{\"error\":{\"code\":\"%s\",\"message\":\"x\"}}".formatted(code));
        }

        /** No answer at all. */
        public static Trouble silence() {
            return new Trouble(0, Map.of(), "");
        }

        public static Trouble tooManyRequests(int retryAfterSeconds) {
            return new Trouble(429, Map.of("Retry-After", Integer.toString(retryAfterSeconds)), "{}");
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    private final Map<String, String> roster = new ConcurrentHashMap<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private volatile Function<String, Optional<Trouble>> rule = _ -> Optional.empty();

    private ConnectorStandIn(HttpServer server) {
        this.server = server;
    }

    public static ConnectorStandIn start() {
        try {
            var standIn = new ConnectorStandIn(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            standIn.server.createContext("/", standIn::take);
            standIn.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            standIn.server.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String serviceUrl() {
        return "http://127.0.0.1:%d/teams/".formatted(server.getAddress().getPort());
    }

    /** The next requests are answered like this, one each, and not taken. */
    public void next(Trouble... trouble) {
        troubles.addAll(List.of(trouble));
    }

    /** What goes wrong in a conversation, asked for each request that nothing else happens to. */
    public void rule(Function<String, Optional<Trouble>> rule) {
        this.rule = rule;
    }

    /** Every request takes this long. */
    public void takes(Duration delay) {
        this.delay = delay;
    }

    /** Everything taken so far, typing indicators too. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> received(Predicate<Received> which) {
        return received.stream().filter(which).toList();
    }

    /** How many requests came, taken or not. */
    public int attempts() {
        return attempts.get();
    }

    public void forgetEverything() {
        received.clear();
        roster.clear();
        troubles.clear();
        attempts.set(0);
        delay = Duration.ZERO;
        rule = _ -> Optional.empty();
    }

    /** An account that is in every conversation; {@code objectId} may be empty. */
    public void knows(String account, String objectId) {
        roster.put(account, objectId);
    }

    private void showMember(HttpExchange exchange, String account) throws IOException {
        Optional<String> id = Optional.ofNullable(roster.get(account));
        if (id.isEmpty()) {
            fail(exchange, Trouble.code(404, "MemberNotFoundInConversation"));
            return;
        }
        answer(
                exchange,
                200,
                "{\"id\": \"%s\", \"objectId\": \"%s\", \"userRole\": \"user\"}".formatted(account, id.get()));
    }

    private void take(HttpExchange exchange) throws IOException {
        attempts.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        pause();
        // /teams/v3/conversations/{conversation}/activities[/{activity}]
        String[] path = exchange.getRequestURI().getRawPath().split("/");
        Optional<Trouble> trouble = Optional.ofNullable(troubles.poll()).or(() -> rule.apply(decoded(path[4])));
        if (trouble.isPresent()) {
            fail(exchange, trouble.get());
            return;
        }
        if (path[5].equals("members")) {
            showMember(exchange, decoded(path[6]));
            return;
        }
        String method = exchange.getRequestMethod();
        String id = path.length > 6 ? decoded(path[6]) : "1:" + ids.incrementAndGet();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        JsonNode activity = JSON.readTree(body);
        received.add(new Received(method, decoded(path[4]), id, activity, authorization == null ? "" : authorization));
        answer(exchange, 200, "{\"id\":\"" + id + "\"}");
    }

    private static void fail(HttpExchange exchange, Trouble trouble) throws IOException {
        if (trouble.equals(Trouble.silence())) {
            sleep(Duration.ofMinutes(1));
            exchange.close();
            return;
        }
        trouble.headers().forEach(exchange.getResponseHeaders()::set);
        answer(exchange, trouble.status(), trouble.body());
    }

    private void pause() {
        sleep(delay);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
