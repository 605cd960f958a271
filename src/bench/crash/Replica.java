import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the bot on a port of its own, that is killed and started again. Its output is appended to a log. */
final class Replica {
    private final HttpClient http;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final Path arguments;
    final int port = freePort();
    private volatile Process process;

    Replica(HttpClient http, Path work, String name, List<String> command, Map<String, String> environment) {
        this.http = http;
        this.command = command;
        this.environment = environment;
        this.log = work.resolve(name + ".log");
        this.arguments = work.resolve(name + ".arguments");
    }

    synchronized void start() throws IOException {
        // The class path is long: the arguments go into a file.
        Files.write(
                arguments,
                java.util.stream.Stream.concat(
                                command.stream().skip(1), java.util.stream.Stream.of("--server.port=" + port))
                        .map(each -> "\"%s\"".formatted(each))
                        .toList());
        var builder = new ProcessBuilder(command.getFirst(), "@" + arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** kill -9. */
    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** SIGTERM; kill -9 after the minute that platforms are told to wait. Returns the seconds it took. */
    synchronized double stop() throws InterruptedException {
        long began = System.nanoTime();
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
        return (System.nanoTime() - began) / 1e9;
    }

    long pid() {
        return process.pid();
    }

    boolean ended() {
        return process != null && !process.isAlive();
    }

    boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return process.isAlive()
                    && http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
