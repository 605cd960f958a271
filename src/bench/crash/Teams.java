import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Bot Connector: takes messages and cards, and keeps every version of each. In a storm it answers a share of the calls
 * with 429, 5xx or not at all, and has taken half of what it answers so.
 */
final class Teams {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern NUMBER = Pattern.compile("SC-(\\d+)");

    /** A message that was taken; {@code versions} begins with what was posted. */
    static final class Message {
        final String chat;
        final String id;
        final long at = System.currentTimeMillis();
        final List<JsonNode> versions = new ArrayList<>();
        /** Whether the bot was told that it was taken. */
        volatile boolean acknowledged = true;

        boolean deleted;

        Message(String chat, String id, JsonNode activity) {
            this.chat = chat;
            this.id = id;
            versions.add(activity);
        }

        synchronized void becomes(JsonNode activity) {
            versions.add(activity);
        }

        synchronized JsonNode last() {
            return versions.getLast();
        }

        JsonNode card() {
            return last().path("attachments").path(0).path("content");
        }

        /** The number of the request whose card this is; empty for any other message. */
        Optional<Long> request() {
            var first = versions.getFirst();
            var number = NUMBER.matcher(first.path("summary").asString(""));
            boolean refreshes = !first.path("attachments")
                    .path(0)
                    .path("content")
                    .path("refresh")
                    .isMissingNode();
            return refreshes && number.find() ? Optional.of(Long.parseLong(number.group(1))) : Optional.empty();
        }

        String text() {
            return last().path("summary").asString("") + " "
                    + last().path("text").asString("") + " " + card();
        }

        Optional<JsonNode> button(String verb) {
            return buttons(card())
                    .filter(action -> action.path("verb").asString("").equals(verb))
                    .findFirst();
        }

        private static Stream<JsonNode> buttons(JsonNode node) {
            var inside = node.propertyStream()
                    .filter(each ->
                            !each.getKey().equals("refresh") && !each.getKey().equals("fallback"))
                    .map(Map.Entry::getValue);
            var all = (node.isArray() ? node.valueStream() : inside).flatMap(Message::buttons);
            return node.path("type").asString("").startsWith("Action.") ? Stream.concat(Stream.of(node), all) : all;
        }
    }

    private final HttpServer server;
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final TreeMap<Long, String> operations = new TreeMap<>();
    private final Random random;
    private volatile double trouble;
    private volatile long lastCall = System.currentTimeMillis();
    private int ids;
    int calls;
    int throttled;
    int failed;
    int failedButTaken;

    Teams(long seed) throws IOException {
        random = new Random(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                take(exchange);
            }
        });
        server.createContext("/files/", exchange -> {
            try (exchange) {
                file(exchange);
            }
        });
        server.start();
    }

    /** Keeps a file somebody attaches, and returns the address from which it can be fetched. */
    String attach(String name, byte[] content) {
        files.put(name, content);
        return "http://127.0.0.1:%d/files/%s".formatted(server.getAddress().getPort(), name);
    }

    /** What was put where {@link #attach} said; empty while nothing was. */
    Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name)).filter(content -> content.length > 0);
    }

    private void file(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/files/".length());
        if (exchange.getRequestMethod().equals("PUT")) {
            files.put(name, exchange.getRequestBody().readAllBytes());
            answer(exchange, 201, "{}");
        } else {
            byte[] content = files.getOrDefault(name, new byte[0]);
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    /** When which chat was written to, in milliseconds since 1970: messages, cards and changes of them. */
    synchronized Map<Long, String> operations() {
        return new TreeMap<>(operations);
    }

    String url() {
        return "http://127.0.0.1:%d/teams/".formatted(server.getAddress().getPort());
    }

    /** The share of calls that go wrong from now on. */
    void storm(double share) {
        trouble = share;
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages.values());
    }

    /** What the client shows instead of a card after a press or a refresh. */
    synchronized void shows(String chat, String id, JsonNode card) {
        var message = messages.get(chat + " " + id);
        if (message != null) {
            var activity = JSON.createObjectNode();
            activity.putArray("attachments").addObject().set("content", card);
            message.becomes(activity);
        }
    }

    long quietFor() {
        return System.currentTimeMillis() - lastCall;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        // /teams/v3/conversations/{conversation}/activities[/{activity}]
        String[] path = exchange.getRequestURI().getRawPath().split("/");
        if (path.length < 6 || !path[5].equals("activities")) {
            answer(exchange, 404, "{}");
            return;
        }
        lastCall = System.currentTimeMillis();
        note(decoded(path[4]));
        int status = fate();
        if (status == 429) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        boolean taken = status < 400 || status == 504 || status == 0;
        String chat = decoded(path[4]);
        Optional<Message> message = taken
                ? keep(exchange.getRequestMethod(), chat, path.length > 6 ? decoded(path[6]) : "", body)
                : Optional.empty();
        try {
            if (status >= 400) {
                message.ifPresent(each -> each.acknowledged = false);
                answer(exchange, status, "{}");
            } else if (status == 0) {
                message.ifPresent(each -> each.acknowledged = false);
            } else {
                answer(
                        exchange,
                        200,
                        "{\"id\":\"%s\"}".formatted(message.map(each -> each.id).orElse("0")));
            }
        } catch (IOException gone) {
            message.ifPresent(each -> each.acknowledged = false);
        }
    }

    /** The status of the answer; 0 when there is none. 504 and 0 have taken the message. */
    private synchronized int fate() {
        calls++;
        if (random.nextDouble() >= trouble) {
            return 200;
        }
        int status = new int[] {429, 429, 500, 502, 503, 504, 504, 0}[random.nextInt(8)];
        throttled += status == 429 ? 1 : 0;
        failed += status == 429 ? 0 : 1;
        failedButTaken += status == 504 || status == 0 ? 1 : 0;
        return status;
    }

    private synchronized void note(String chat) {
        long now = System.currentTimeMillis();
        while (operations.putIfAbsent(now, chat) != null) {
            now++;
        }
    }

    private synchronized Optional<Message> keep(String method, String chat, String id, byte[] body) {
        if (method.equals("DELETE")) {
            Optional.ofNullable(messages.get(chat + " " + id)).ifPresent(message -> message.deleted = true);
            return Optional.empty();
        }
        JsonNode activity = JSON.readTree(body);
        if (!activity.path("type").asString("").equals("message")) {
            return Optional.empty();
        }
        if (method.equals("PUT")) {
            Optional.ofNullable(messages.get(chat + " " + id)).ifPresent(message -> message.becomes(activity));
            return Optional.empty();
        }
        var message = new Message(chat, "1:" + ++ids, activity);
        messages.put(chat + " " + message.id, message);
        return Optional.of(message);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment, StandardCharsets.UTF_8);
    }

    void stop() {
        server.stop(0);
    }
}
