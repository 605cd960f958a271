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
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tenant model behind a PowerShell host that is a process of its own: {@link #command()} starts a child that speaks the
 * protocol of {@code host.ps1} on its standard input and output. The child only passes on what it hears; the state is
 * here.
 */
public final class SimulatedPowerShell implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SimulatedPowerShell.class);

    private final ServerSocket door;
    private final RelayFolder relay;
    private final SimulatedTenant model;
    private final CmdletTable cmdlets = new CmdletTable();
    private final ActiveFaults faults;
    private final Set<Socket> hosts = ConcurrentHashMap.newKeySet();
    private final List<Consumer<RecordedCmdlet>> watchers = new CopyOnWriteArrayList<>();

    private SimulatedPowerShell(ServerSocket door, RelayFolder relay, SimulatedTenant model, ActiveFaults faults) {
        this.door = door;
        this.relay = relay;
        this.model = model;
        this.faults = faults;
    }

    /** Opens the face; grants show after {@code later}. */
    public static SimulatedPowerShell open(SimulatedTenant model, ActiveFaults faults, Delays later, Clock clock) {
        try {
            var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var face = new SimulatedPowerShell(door, RelayFolder.create(), model, faults);
            new PeopleCmdlets(model, clock, later).serve(face.cmdlets);
            new GroupCmdlets(model).serve(face.cmdlets);
            new NumberCmdlets(model).serve(face.cmdlets);
            new SharedCallingCmdlets(model).serve(face.cmdlets);
            new PolicyCmdlets(model).serve(face.cmdlets);
            new LocationCmdlets(model).serve(face.cmdlets);
            new ApplicationCmdlets(model).serve(face.cmdlets);
            Thread.ofVirtual().name("powershell-face").start(face::listen);
            return face;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public static SimulatedPowerShell open(SimulatedTenant model, ActiveFaults faults) {
        return open(model, faults, Delays.AT_ONCE, Clock.systemUTC());
    }

    /** How to start a host; what is put behind it, such as the arguments of {@code pwsh}, is ignored. */
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
                String.valueOf(door.getLocalPort()));
    }

    /** Tells of every call before it is answered. */
    public void watch(Consumer<RecordedCmdlet> watcher) {
        watchers.add(watcher);
    }

    /** Ends every host that still runs. */
    @Override
    public void close() {
        if (door.isClosed()) {
            return;
        }
        try {
            door.close();
            for (var host : hosts) {
                host.close();
            }
            relay.delete();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var host = door.accept();
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
            var session = new SimulatedHost(
                    model, cmdlets, faults, heard -> watchers.forEach(watcher -> watcher.accept(heard)), out);
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
