package dev.linekeeper.simulator;

import dev.linekeeper.adapter.tenantfile.ConfiguredFile;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.faults.Fault;
import dev.linekeeper.simulator.faults.FaultSwitches;
import dev.linekeeper.simulator.faults.RandomFaults;
import dev.linekeeper.simulator.faults.SimulatedLoad;
import dev.linekeeper.simulator.graph.SimulatedGraph;
import dev.linekeeper.simulator.powershell.SimulatedPowerShell;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The simulator as a process of its own that outlives the bot, for load and restart tests. The bot uses it like a real
 * tenant, with {@code linekeeper.backend=tenant} and a managed identity.
 *
 * <pre>SimulatorProcess --tenant FILE --settings FILE [--latency 80ms] [--rate 30] [--directory-rate 100]
 *     [--mishaps 0.01] [--seed 1]</pre>
 *
 * When ready it writes the settings the bot needs. {@code GET /emulator/statistics} returns the counted calls ({@code POST}
 * resets them first), {@code /emulator/people} the people as they are now; {@code /emulator/faults} has the fault switches,
 * {@link SimulatedPowerShell#CMDLETS} the cmdlets.
 */
public final class SimulatorProcess implements AutoCloseable {
    /** The value of IDENTITY_HEADER, no secret: it gives access to worthless tokens on this machine only. */
    static final String IDENTITY_HEADER = "emulated-identity";

    private static final List<String> KNOWN =
            List.of("tenant", "settings", "latency", "rate", "directory-rate", "mishaps", "seed");

    private final SimulatedTenant model;
    private final ActiveFaults faults = new ActiveFaults();
    private final SimulatedGraph graph;
    private final SimulatedPowerShell powerShell;

    private SimulatorProcess(SimulatedTenant model, Clock clock) {
        this.model = model;
        var statistics = new CallStatistics(clock);
        this.powerShell = SimulatedPowerShell.open(model, faults, Delays.AT_ONCE);
        this.graph = SimulatedGraph.open(
                model,
                faults,
                Delays.AT_ONCE,
                Set.of(),
                SimulatedLoad.none(clock),
                clock,
                List.of(
                        powerShell.controller(ConcurrentHashMap.newKeySet()),
                        new FaultsController(new FaultSwitches(faults, model)),
                        new ProcessController(model, statistics, clock)));
        graph.watch(statistics::record);
        powerShell.watch(statistics::record);
    }

    public static void main(String[] arguments) throws IOException {
        open(Clock.systemUTC(), arguments);
    }

    /** Opens both services, then writes the settings file. */
    public static SimulatorProcess open(Clock clock, String... arguments) throws IOException {
        var given = given(arguments);
        var tenant = TenantState.read(
                new ConfiguredFile(required(given, "tenant"), Files.readAllBytes(Path.of(required(given, "tenant")))));
        var opened = new SimulatorProcess(new SimulatedTenant(tenant, clock), clock);
        limits(given, opened.faults, clock);
        opened.writeSettings(Path.of(required(given, "settings")));
        return opened;
    }

    @Override
    public void close() {
        powerShell.close();
        graph.close();
    }

    private static void limits(Map<String, String> given, ActiveFaults faults, Clock clock) {
        var latency = Duration.ofMillis(
                Long.parseLong(given.getOrDefault("latency", "0ms").replaceFirst("ms$", "")));
        var teams = new SimulatedLoad(latency, Integer.parseInt(given.getOrDefault("rate", "0")), clock);
        var directory = new SimulatedLoad(latency, Integer.parseInt(given.getOrDefault("directory-rate", "0")), clock);
        faults.always(path -> path.startsWith(ActiveFaults.POWERSHELL)
                ? Optional.empty()
                : (path.startsWith("/admin/teams") ? teams : directory).next());
        var mishaps = Double.parseDouble(given.getOrDefault("mishaps", "0"));
        faults.always(new RandomFaults(mishaps, Long.parseLong(given.getOrDefault("seed", "1"))));
        if (latency.isPositive()) {
            faults.always(path -> Optional.of(
                    path.startsWith(ActiveFaults.POWERSHELL)
                            ? new Fault.InPowerShell.Late(latency)
                            : new Fault.Slow(latency)));
        }
    }

    private static Map<String, String> given(String[] arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int at = 0; at + 1 < arguments.length; at += 2) {
            given.put(arguments[at].replaceFirst("^--", ""), arguments[at + 1]);
        }
        if (arguments.length % 2 != 0 || !KNOWN.containsAll(given.keySet())) {
            throw new IllegalArgumentException("--%s VALUE were expected".formatted(String.join(" VALUE --", KNOWN)));
        }
        return given;
    }

    private static String required(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name))
                .orElseThrow(() -> new IllegalArgumentException("--%s is missing".formatted(name)));
    }

    /** Writes a properties file atomically. */
    private void writeSettings(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# IDENTITY_ENDPOINT=" + graph.baseUrl().resolve("/identity/token"),
                "# IDENTITY_HEADER=" + IDENTITY_HEADER,
                "# STANDIN_TENANT=" + graph.baseUrl().resolve(SimulatedPowerShell.CMDLETS),
                "linekeeper.backend=tenant",
                "linekeeper.graph.base-url=" + graph.baseUrl(),
                "linekeeper.graph.allowed-hosts=127.0.0.1",
                "linekeeper.graph.tenant-id=" + model.content().tenantId().orElse("emulated"),
                "linekeeper.graph.reads.app-id=reader",
                "linekeeper.graph.reads.credential=managed-identity",
                "linekeeper.graph.writes.app-id=writer",
                "linekeeper.graph.writes.credential=managed-identity",
                "linekeeper.powershell.sign-in=access-tokens",
                "linekeeper.powershell.client-id=shell"));
        var command = powerShell.command();
        for (int at = 0; at < command.size(); at++) {
            lines.add("linekeeper.powershell.command[%d]=%s".formatted(at, command.get(at)));
        }
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, String.join("\n", lines) + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
