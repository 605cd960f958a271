package dev.linekeeper.simulator.powershell;

import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulated tenant as Teams PowerShell. {@link #command()} starts a child process with the protocol of {@code host.ps1}
 * on standard input and output, which relays every line to this process; {@link #answer} is for a real one. Thread-safe.
 */
@RestController
public final class SimulatedPowerShell implements AutoCloseable {
    /** The path of the cmdlets beside Graph's. */
    public static final String CMDLETS = "/powershell";

    private static final String CURRENT_MODULE = "7.9.0";
    private static final Logger log = LoggerFactory.getLogger(SimulatedPowerShell.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket socket;
    private final Path folder;
    private final SimulatedTenant model;
    private final CmdletTable cmdlets;
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();

    /** Opens the service; grants show after {@code later}. */
    public SimulatedPowerShell(SimulatedTenant model, ActiveFaults faults, Delays later) {
        this.model = model;
        this.cmdlets = new CmdletTable(faults);
        new PeopleCmdlets(model, later).serve(cmdlets);
        new SharedCallingCmdlets(model).serve(cmdlets);
        new AssociationCmdlets(model).serve(cmdlets);
        new PolicyCmdlets(model).serve(cmdlets);
        new NumberPolicyCmdlets(model).serve(cmdlets);
        new DocumentCmdlets(model).serve(cmdlets);
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            this.folder = relay();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        threads.execute(this::listen);
    }

    /** A folder with the relay's class file, because Java cannot start a class inside an application's jar. */
    private static Path relay() throws IOException {
        var file = new ClassPathResource(PowerShellRelay.class.getName().replace('.', '/') + ".class");
        var folder = Files.createTempDirectory("linekeeper-relay-");
        Files.createDirectories(folder.resolve(file.getPath()).getParent());
        Files.write(folder.resolve(file.getPath()), file.getContentAsByteArray());
        return folder;
    }

    /** The command that starts a host; further arguments, such as those of {@code pwsh}, are ignored. */
    public List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx16m",
                "-cp",
                folder.toString(),
                PowerShellRelay.class.getName(),
                String.valueOf(socket.getLocalPort()));
    }

    /** The sessions that have signed in over HTTP; those taken out have ended. Thread-safe. */
    public Set<String> sessions() {
        return sessions;
    }

    /**
     * Answers the stand-in module that runs in a real PowerShell (src/test/powershell): {@code {cmdlet, parameters, session}}
     * with {@code result} or {@code error}, lines for the console, or {@code die}. {@code Connect-MicrosoftTeams} gives the
     * session that the others need.
     */
    @PostMapping(CMDLETS)
    public ObjectNode answer(@RequestBody ObjectNode request) throws InterruptedException {
        var name = WireJson.text(request, "cmdlet");
        if (!name.equals("Connect-MicrosoftTeams")) {
            var connected = sessions.contains(WireJson.text(request, "session"));
            return cmdlets.answer(cmdlets.begun(name, request.toString()), () -> cmdlets.reply(connected, request));
        }
        return cmdlets.answer(cmdlets.begun("connect", request.toString()), () -> {
            var session = UUID.randomUUID().toString();
            sessions.add(session);
            return WireJson.object()
                    .put("session", session)
                    .put("tenant", model.content().tenantId().orElse("tenant"));
        });
    }

    /** Adds a watcher, called for every call before it is answered. */
    public void watch(Consumer<RecordedCmdlet> watcher) {
        cmdlets.watch(watcher);
    }

    /** Ends all running hosts. */
    @Override
    public void close() {
        try {
            socket.close();
            // A thread that reads from a host's connection closes it when it is interrupted.
            threads.shutdownNow();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var host = socket.accept();
                threads.execute(() -> serve(host));
            } catch (IOException | RejectedExecutionException closed) {
                log.debug("action=powershell-face-closed");
            }
        }
    }

    private void serve(Socket host) {
        try (host;
                var in = new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(host.getOutputStream(), false, StandardCharsets.UTF_8)) {
            host.setTcpNoDelay(true);
            new SimulatedHost(model.content().powerShellModule().orElse(CURRENT_MODULE), cmdlets).serve(in, out);
        } catch (IOException gone) {
            log.debug("action=powershell-host-gone");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            log.error("action=emulator-failed surface=powershell", fault);
        }
    }
}
