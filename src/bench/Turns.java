import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Turns a second of a bot that runs on this machine without an identity, with LINEKEEPER_PACE_PER_PERSON and
 * LINEKEEPER_PACE_PER_CONVERSATION set to 1000000: messages go in at /api/messages, answers come out
 * at a connector in this program, and a turn lasts until its answer is there. With a file of people, an object id a line,
 * they write by turns, each in a chat that stays theirs, as in Teams; one person alone writes each time in a new one. Linekeeper
 * sends a conversation 1.5 messages a second, and all of them 33 unless LINEKEEPER_THROTTLE_BOTCONNECTOR_CALLSPERSECOND says
 * more: who wants to see more turns a second gives it more people. The connector is at any free port, which is where an answer
 * goes from then on: with {@code connector} it is at the same in each run, as Teams is.
 *
 * <p>With {@code as=invoke} they press the button of a card that says the text, whose answer is in the HTTP response.
 *
 * <p>With a rate, so many different people a second, drawn from the file, write at their time whether or not others have their
 * answer, and a turn counts from that time. With {@code p95=MILLISECONDS} it ends with 1 when that is missed or a turn failed;
 * with {@code simulator=ADDRESS} it prints what Graph and PowerShell were asked meanwhile.
 *
 * <pre>java src/bench/Turns.java port=3978 turns=2000 warmup=500 at-once=16 delay=0 \
 *     person=OBJECT-ID tenant=TENANT-ID text="what's my caller ID"
 * java src/bench/Turns.java … people=FILE
 * java src/bench/Turns.java … people=FILE rate=50 seconds=60 p95=1000 simulator=http://127.0.0.1:PORT</pre>
 */
class Turns {
    private static final String PRESS = """
        "name":"adaptiveCard/action","replyToId":"1764148600123","value":{"trigger":"manual","action":{
         "type":"Action.Execute","title":"%1$s","verb":"say","data":{"verb":"say","sentence":"%1$s"}}}\
        """;
    private static final Map<String, Long> STARTED = new ConcurrentHashMap<>();
    private static final AtomicLong ANSWERED = new AtomicLong();
    private static final AtomicInteger FAILED = new AtomicInteger();
    private static volatile long[] nanos = new long[0];

    public static void main(String[] arguments) throws Exception {
        Map<String, String> given = new HashMap<>(Map.of(
                "port",
                "3978",
                "connector",
                "0",
                "turns",
                "2000",
                "warmup",
                "500",
                "at-once",
                "16",
                "delay",
                "0",
                "person",
                "00000000-0000-0000-0000-0000000000a1",
                "tenant",
                "",
                "text",
                "what's my caller ID",
                "as",
                "message"));
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            given.put(pair[0], pair[1]);
        }
        HttpServer connector =
                connector(Integer.parseInt(given.get("connector")), Integer.parseInt(given.get("delay")));
        if (given.containsKey("rate")) {
            boolean isGood = atRate(given, connector.getAddress().getPort());
            connector.stop(0);
            System.exit(isGood ? 0 : 1);
        }
        int atOnce = Integer.parseInt(given.get("at-once"));
        run(given, connector.getAddress().getPort(), Integer.parseInt(given.get("warmup")), atOnce);
        int turns = Integer.parseInt(given.get("turns"));
        Duration took = run(given, connector.getAddress().getPort(), turns, atOnce);
        report(turns, atOnce, took);
        connector.stop(0);
    }

    private static Duration run(Map<String, String> given, int connector, int turns, int atOnce) throws Exception {
        ANSWERED.set(0);
        FAILED.set(0);
        List<String> persons = given.containsKey("people")
                ? Files.readAllLines(Path.of(given.get("people")))
                : List.of(given.get("person"));
        nanos = new long[turns];
        var next = new AtomicInteger();
        long began = System.nanoTime();
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var people = Executors.newFixedThreadPool(atOnce)) {
            for (int at = 0; at < atOnce; at++) {
                people.submit(() -> {
                    for (int turn = next.getAndIncrement(); turn < turns; turn = next.getAndIncrement()) {
                        turn(
                                http,
                                given,
                                connector,
                                persons.get(turn % persons.size()),
                                persons.size() > 1,
                                System.nanoTime());
                    }
                });
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Whether nothing failed, everybody was answered, and fast enough. */
    private static boolean atRate(Map<String, String> given, int connector) throws Exception {
        int rate = Integer.parseInt(given.get("rate"));
        int turns = rate * Integer.parseInt(given.getOrDefault("seconds", "60"));
        List<String> persons = Files.readAllLines(Path.of(given.get("people")));
        var random = new Random(Long.parseLong(given.getOrDefault("seed", "1")));
        nanos = new long[turns];
        Duration took;
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            statistics(http, given, "POST");
            long began = System.nanoTime();
            Set<String> thisSecond = new HashSet<>();
            for (int turn = 0; turn < turns; turn++) {
                if (turn % rate == 0) {
                    thisSecond.clear();
                }
                String person;
                int draws = 0;
                do {
                    person = persons.get(random.nextInt(persons.size()));
                } while ((STARTED.containsKey("a:" + person) || !thisSecond.add(person)) && ++draws < 1000);
                if (draws == 1000) {
                    // Nearly everybody still waits for an answer.
                    FAILED.incrementAndGet();
                    continue;
                }
                long due = began + turn * 1_000_000_000L / rate;
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                String asking = person;
                people.submit(() -> turn(http, given, connector, asking, true, due));
            }
            people.shutdown();
            people.awaitTermination(60, TimeUnit.SECONDS);
            took = Duration.ofNanos(System.nanoTime() - began);
            for (int wait = 0; wait < 300 && ANSWERED.get() < turns; wait++) {
                Thread.sleep(100);
            }
            report(turns, rate, took);
            calls(statistics(http, given, "GET"), turns);
        }
        double most = Double.parseDouble(given.getOrDefault("p95", "Infinity"));
        boolean isGood = FAILED.get() == 0 && ANSWERED.get() == turns && quantile(0.95) <= most;
        System.out.printf("p95 %.0f ms, wanted %.0f ms: %s%n", quantile(0.95), most, isGood ? "reached" : "MISSED");
        return isGood;
    }

    private static String statistics(HttpClient http, Map<String, String> given, String method) throws Exception {
        if (!given.containsKey("simulator")) {
            return "";
        }
        var request = HttpRequest.newBuilder(URI.create(given.get("simulator")).resolve("/emulator/statistics"))
                .method(method, BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** Prints the counts, which are objects of plain numbers by kind of call: no library is at hand here. */
    private static void calls(String statistics, int turns) {
        var kind = Pattern.compile("\"((?:GET|POST|PATCH|DELETE) [^\"]+|[A-Z][a-z]+-[A-Za-z]+)\":\\{([^}]*)}");
        long all = 0;
        for (MatchResult found : kind.matcher(statistics).results().toList()) {
            long accepted = number(found.group(2), "accepted");
            all += found.group(1).contains(" ") ? accepted : 0;
            System.out.printf(
                    "%6d accepted %5d rejected  %6.3f a question  %s%n",
                    accepted, number(found.group(2), "rejected"), accepted / (double) turns, found.group(1));
        }
        System.out.printf("%6d calls to Graph, %.2f a question%n", all, all / (double) turns);
    }

    private static long number(String counts, String name) {
        var found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(counts);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static double quantile(double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }

    private static void turn(
            HttpClient http, Map<String, String> given, int connector, String person, boolean isStaying, long started) {
        String activityId = UUID.randomUUID().toString();
        String conversation = isStaying ? "a:" + person : activityId;
        boolean isPress = given.get("as").equals("invoke");
        String activity = """
            {"type":"%7$s","id":"%6$s","timestamp":"2026-11-22T10:00:00.123Z","channelId":"msteams","locale":"en-GB",
             "serviceUrl":"http://127.0.0.1:%2$d/",%3$s,
             "from":{"id":"29:%4$s","aadObjectId":"%4$s"},"recipient":{"id":"28:linekeeper"},
             "conversation":{"id":"%1$s","conversationType":"personal","tenantId":"%5$s"}}\
            """.formatted(
                        conversation,
                        connector,
                        (isPress ? PRESS : "\"text\":\"%s\"").formatted(given.get("text")),
                        person,
                        given.get("tenant"),
                        activityId,
                        given.get("as"));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + given.get("port") + "/api/messages"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(activity))
                .build();
        if (!isPress) {
            STARTED.put(conversation, started);
        }
        try {
            var response = http.send(request, BodyHandlers.ofString());
            boolean isCard = response.body().contains("application/vnd.microsoft.card.adaptive");
            if (response.statusCode() / 100 != 2 || (isPress && !isCard)) {
                FAILED.incrementAndGet();
            } else if (isPress) {
                answered(started);
            }
        } catch (Exception e) {
            FAILED.incrementAndGet();
        }
    }

    private static void answered(Long started) {
        int answer = (int) ANSWERED.getAndIncrement();
        if (started != null && answer < nanos.length) {
            nanos[answer] = System.nanoTime() - started;
        }
    }

    private static HttpServer connector(int port, int delayMillis) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (delayMillis > 0) {
                try {
                    Thread.sleep(delayMillis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            if (new String(body, StandardCharsets.UTF_8).contains("\"attachments\"")) {
                answered(STARTED.remove(exchange.getRequestURI().getPath().split("/")[3]));
            }
            byte[] id = "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, id.length);
            try (var out = exchange.getResponseBody()) {
                out.write(id);
            }
        });
        server.start();
        return server;
    }

    private static void report(int turns, int atOnce, Duration took) {
        System.out.printf(
                "turns=%d answered=%d failed=%d at-once=%d seconds=%.1f turns/s=%.0f p50=%.1fms p95=%.1fms"
                        + " p99=%.1fms%n",
                turns,
                ANSWERED.get(),
                FAILED.get(),
                atOnce,
                took.toMillis() / 1000.0,
                turns * 1000.0 / took.toMillis(),
                quantile(0.5),
                quantile(0.95),
                quantile(0.99));
    }
}
