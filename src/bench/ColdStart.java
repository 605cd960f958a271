import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * How long somebody waits for the first answer: from the start of the process to an open page, and on to the answer of
 * "what's my caller ID" at a connector in this program. Each run starts with an empty data folder.
 *
 * <pre>java src/bench/ColdStart.java runs=5 -- java -jar target/linekeeper.jar</pre>
 */
class ColdStart {
    private static final String ADELE = "439c272f-f89f-5cd1-b4af-06251327c7f3";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    public static void main(String[] arguments) throws Exception {
        int end = Arrays.asList(arguments).indexOf("--");
        if (end < 0) {
            System.err.println("usage: java ColdStart.java [runs=N] -- COMMAND…");
            System.exit(2);
        }
        int runs = end > 0 ? Integer.parseInt(arguments[0].replace("runs=", "")) : 3;
        List<String> command = Arrays.asList(arguments).subList(end + 1, arguments.length);
        for (int run = 1; run <= runs; run++) {
            System.out.println("run %d: %s".formatted(run, once(command)));
        }
    }

    private static String once(List<String> command) throws Exception {
        Path data = Files.createTempDirectory("linekeeper-cold");
        int port = freePort();
        var answered = new CompletableFuture<Void>();
        HttpServer connector = connector(answered);
        var whole = new ArrayList<>(command);
        whole.addAll(List.of(
                "--server.port=" + port,
                "--linekeeper.data-folder=" + data,
                "--spring.datasource.url=jdbc:h2:file:" + data.resolve("linekeeper")));
        long began = System.nanoTime();
        Process bot = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            String tenant = open(http, port, bot, data);
            long open = System.nanoTime();
            say(http, port, connector.getAddress().getPort(), tenant);
            answered.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            long end = System.nanoTime();
            // On a busy machine the clock on the wall says little; the processor's says what was done.
            Duration work = bot.info().totalCpuDuration().orElse(Duration.ZERO);
            return "open after %d ms, first answer after %d ms (the turn took %d ms), %d ms of processor time"
                    .formatted(millis(open - began), millis(end - began), millis(end - open), work.toMillis());
        } finally {
            bot.destroy();
            bot.waitFor(20, TimeUnit.SECONDS);
            connector.stop(0);
            delete(data);
        }
    }

    /** Waits until the bot is ready for traffic. */
    private static String open(HttpClient http, int port, Process bot, Path data) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && bot.isAlive()) {
            try {
                if (http.send(request, BodyHandlers.ofString()).statusCode() == 200) {
                    return "e9641faa-2085-57b6-9eaa-a34c054d665e";
                }
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("The bot did not open: " + Files.readString(data.resolve("log")));
    }

    private static void say(HttpClient http, int port, int connector, String tenant) throws Exception {
        String activity = """
            {"type":"message","id":"1","timestamp":"2026-11-22T10:00:00Z","channelId":"msteams","locale":"en-GB",
             "serviceUrl":"http://127.0.0.1:%d/","text":"what's my caller ID",
             "from":{"id":"29:adele","aadObjectId":"%s"},"recipient":{"id":"28:linekeeper"},
             "conversation":{"id":"cold","conversationType":"personal","tenantId":"%s"}}\
            """.formatted(connector, ADELE, tenant);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/messages".formatted(port)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(activity))
                .build();
        int status = http.send(request, BodyHandlers.ofString()).statusCode();
        if (status / 100 != 2) {
            throw new IllegalStateException("The message was answered " + status);
        }
    }

    private static HttpServer connector(CompletableFuture<Void> answered) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] id = "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, id.length);
            exchange.getResponseBody().write(id);
            exchange.close();
            if (body.contains("adaptive")) {
                answered.complete(null);
            }
        });
        server.start();
        return server;
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        }
    }
}
