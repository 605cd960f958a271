package dev.linekeeper.simulator.powershell;

import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulated tenant as Teams PowerShell. {@link #command()} starts a child process with the protocol of {@code host.ps1}
 * on standard input and output, which relays every line to this process. Thread-safe.
 */
public final class SimulatedPowerShell implements AutoCloseable {
    /** The path of {@link #controller} beside Graph's. */
    public static final String CMDLETS = "/powershell";

    private static final Logger log = LoggerFactory.getLogger(SimulatedPowerShell.class);

    private final ServerSocket socket;
    private final RelayFolder relay;
    private final SimulatedTenant model;
    private final CmdletTable cmdlets;
    private final Set<Socket> hosts = ConcurrentHashMap.newKeySet();

    private SimulatedPowerShell(ServerSocket socket, RelayFolder relay, SimulatedTenant model, CmdletTable cmdlets) {
        this.socket = socket;
        this.relay = relay;
        this.model = model;
        this.cmdlets = cmdlets;
    }

    /** Opens the service; grants show after {@code later}. */
    public static SimulatedPowerShell open(SimulatedTenant model, ActiveFaults faults, Delays later) {
        try {
            var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var service = new SimulatedPowerShell(socket, RelayFolder.create(), model, new CmdletTable(faults));
            new PeopleCmdlets(model, later).serve(service.cmdlets);
            new NumberCmdlets(model).serve(service.cmdlets);
            new SharedCallingCmdlets(model).serve(service.cmdlets);
            new CatalogueCmdlets(model).serve(service.cmdlets);
            new ApplicationCmdlets(model).serve(service.cmdlets);
            Thread.ofVirtual().name("powershell-face").start(service::listen);
            return service;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public static SimulatedPowerShell open(SimulatedTenant model, ActiveFaults faults) {
        return open(model, faults, Delays.AT_ONCE);
    }

    /** The command that starts a host; further arguments, such as those of {@code pwsh}, are ignored. */
    public List<String> command() {
        return List.of(
                java().toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx16m",
                "-cp",
                relay.path().toString(),
                PowerShellRelay.class.getName(),
                String.valueOf(socket.getLocalPort()));
    }

    /**
     * The cmdlets over HTTP, for the stand-in module in a real PowerShell.
     *
     * @param sessions that have signed in; those taken out have ended. Thread-safe
     */
    public CmdletController controller(Set<String> sessions) {
        return new CmdletController(model.content().tenantId().orElse("tenant"), cmdlets, sessions);
    }

    /** Adds a watcher, called for every call before it is answered. */
    public void watch(Consumer<RecordedCmdlet> watcher) {
        cmdlets.watch(watcher);
    }

    /** Ends all running hosts. */
    @Override
    public void close() {
        if (socket.isClosed()) {
            return;
        }
        try {
            socket.close();
            for (var host : hosts) {
                host.close();
            }
            relay.delete();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var host = socket.accept();
                Thread.ofVirtual().name("powershell-host").start(() -> serve(host));
            } catch (IOException closed) {
                log.debug("event=powershell_face_closed");
            }
        }
    }

    private void serve(Socket host) {
        hosts.add(host);
        try (host;
                var in = new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8));
                var out = new OutputStreamWriter(host.getOutputStream(), StandardCharsets.UTF_8)) {
            host.setTcpNoDelay(true);
            var session = new SimulatedHost(model, cmdlets, out);
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (!session.answer(line)) {
                    return;
                }
            }
        } catch (IOException gone) {
            log.debug("event=powershell_host_gone");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            log.error("event=emulator_failed surface=powershell", fault);
        } finally {
            hosts.remove(host);
        }
    }

    private static Path java() {
        return ProcessHandle.current()
                .info()
                .command()
                .map(Path::of)
                .filter(command -> command.getFileName().toString().startsWith("java"))
                .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java"));
    }
}
