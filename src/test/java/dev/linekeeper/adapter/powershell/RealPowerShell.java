package dev.linekeeper.adapter.powershell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.simulator.powershell.SimulatedPowerShell;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real PowerShell with the stand-in module of src/test/powershell, answered by a simulated tenant. Tests that need it are
 * skipped where no {@code pwsh} is on the path; with {@code -Dlinekeeper.pwsh.required=true}, or LINEKEEPER_PWSH_REQUIRED in the
 * environment, they fail.
 */
public final class RealPowerShell {
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final AtomicReference<SimulatedPowerShell> TENANT = new AtomicReference<>();

    private RealPowerShell() {}

    /** Skips the test, or fails it, when there is no PowerShell. */
    public static void mustBeThere() {
        var there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pwsh")));
        if (!there
                && (Boolean.getBoolean("linekeeper.pwsh.required")
                        || System.getenv("LINEKEEPER_PWSH_REQUIRED") != null)) {
            Assertions.fail("no pwsh is on the path, and these tests must not be skipped");
        }
        Assumptions.assumeTrue(there, "no pwsh is on the path, so nothing is tried in a real PowerShell");
    }

    /** The command of a PowerShell with the stand-in module, which asks the tenant of {@link #serve}. */
    public static List<String> command() {
        return command("http://127.0.0.1:%d/".formatted(Server.HTTP.getAddress().getPort()));
    }

    /** The same, asking the cmdlets of a simulator at an address. */
    public static List<String> command(String cmdlets) {
        return List.of(
                "env",
                "PSModulePath=" + Path.of("src/test/powershell").toAbsolutePath(),
                "STANDIN_TENANT=" + cmdlets,
                "pwsh");
    }

    /** Tokens that nobody looks at. */
    static SignIn signIn() {
        return new SignIn.AccessTokenSignIn(
                "tenant", () -> new SignIn.SignInTokens("graph", "teams", Instant.MAX.minus(LONG.multipliedBy(2))));
    }

    /** From now on the tenant of the stand-in; who has signed in to the one before stays so. */
    public static void serve(SimulatedPowerShell tenant) {
        var before = TENANT.getAndSet(tenant);
        if (before != null) {
            tenant.sessions().addAll(before.sessions());
        }
    }

    /** The address of one more tenant beside it, such as {@code http://127.0.0.1:40123/london}. */
    public static String serve(String name, SimulatedPowerShell tenant) {
        Server.HTTP.createContext("/" + name, exchange -> Server.answer(exchange, tenant));
        return "http://127.0.0.1:%d/%s".formatted(Server.HTTP.getAddress().getPort(), name);
    }

    /** As when sessions expire. */
    static void endSessions() {
        TENANT.get().sessions().clear();
    }

    /** One process for all tests: it takes seconds to start. It ends with this one. */
    static PowerShellBackend shared() {
        return Shared.BACKEND;
    }

    static PowerShellBackend open(Clock clock) {
        return open(command(), Throttles.in(new ManualTime()), clock);
    }

    /** One process of this command, signed in with tokens that nobody looks at. */
    public static PowerShellBackend open(List<String> command, ApiThrottle throttle, Clock clock) {
        return PowerShellBackend.open(
                command, signIn(), new PowerShellBackend.PowerShellPool(1, LONG, LONG), throttle, clock);
    }

    private static final class Shared {
        static final PowerShellBackend BACKEND = open(Clock.systemUTC());
    }

    private static final class Server {
        static final HttpServer HTTP = started();

        private static HttpServer started() {
            try {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
                server.createContext("/", exchange -> answer(exchange, TENANT.get()));
                server.start();
                return server;
            } catch (IOException noPort) {
                throw new UncheckedIOException(noPort);
            }
        }

        static void answer(HttpExchange exchange, SimulatedPowerShell tenant) throws IOException {
            try (exchange) {
                var request = (ObjectNode) JsonMapper.shared().readTree(exchange.getRequestBody());
                var answer = tenant.answer(request).toString().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
