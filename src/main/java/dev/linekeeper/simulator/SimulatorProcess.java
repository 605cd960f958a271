package dev.linekeeper.simulator;

import dev.linekeeper.adapter.tenantfile.ConfiguredFile;
import dev.linekeeper.simulator.faults.ConstantFault;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.powershell.SimulatedPowerShell;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.convert.DurationStyle;

/**
 * The simulator as a process of its own that outlives the bot, for load and restart tests. The bot uses it like a real
 * tenant, with {@code linekeeper.backend=tenant} and a managed identity.
 *
 * <pre>SimulatorProcess --tenant FILE --settings FILE [--latency 80ms] [--rate 30] [--directory-rate 100]
 *     [--cmdlet-latency 400ms] [--mishaps 0.01] [--seed 1]</pre>
 *
 * Cmdlets take as long as calls unless they have a latency of their own.
 *
 * When ready it writes the settings the bot needs. {@code GET /emulator/statistics} returns the counted calls ({@code POST}
 * resets them first), {@code /emulator/writes} the writes carried out, {@code /emulator/people} the people as they are now;
 * {@code /emulator/faults} has the fault switches, {@link SimulatedPowerShell#CMDLETS} the cmdlets.
 */
public final class SimulatorProcess implements AutoCloseable {
    /** The value of IDENTITY_HEADER, no secret: it gives access to worthless tokens on this machine only. */
    static final String IDENTITY_HEADER = "emulated-identity";

    private static final Map<String, String> DEFAULTS = Map.of(
            "latency", "0ms", "rate", "0", "directory-rate", "0", "mishaps", "0", "seed", "1", "cmdlet-latency", "");

    private final Simulator simulator;

    private SimulatorProcess(SimulatedTenant tenant, Clock clock) {
        var statistics = new CallStatistics(clock);
        var others = List.of(statistics, new ProcessController(tenant, clock));
        this.simulator = new Simulator(tenant, Delays.AT_ONCE, Set.of(), clock, others);
        simulator.watch(statistics);
    }

    public static void main(String[] arguments) throws IOException {
        open(Clock.systemUTC(), arguments);
    }

    /** Opens both services, then writes the settings file. */
    public static SimulatorProcess open(Clock clock, String... arguments) throws IOException {
        var given = given(arguments);
        var state = TenantState.read(ConfiguredFile.of(Path.of(given.get("tenant"))));
        var opened = new SimulatorProcess(new SimulatedTenant(state, clock), clock);
        opened.limit(given, clock);
        opened.writeSettings(state.content().tenantId().orElse("emulated"), Path.of(given.get("settings")));
        return opened;
    }

    @Override
    public void close() {
        simulator.close();
    }

    private void limit(Map<String, String> given, Clock clock) {
        var teams = ConstantFault.limit(Integer.parseInt(given.get("rate")), clock);
        var directory = ConstantFault.limit(Integer.parseInt(given.get("directory-rate")), clock);
        ConstantFault limits = path -> (path.startsWith("/admin/teams") ? teams : directory).on(path);
        simulator.always(limits.overHttp());
        simulator.always(
                ConstantFault.random(Double.parseDouble(given.get("mishaps")), Long.parseLong(given.get("seed"))));
        var latency = given.getOrDefault("latency", "");
        var ofCmdlets = given.getOrDefault("cmdlet-latency", "");
        var cmdlets = ofCmdlets.isEmpty() ? latency : ofCmdlets;
        simulator.always(
                ConstantFault.late(DurationStyle.detectAndParse(latency)).overHttp());
        simulator.always(
                ConstantFault.late(DurationStyle.detectAndParse(cmdlets)).inPowerShell());
    }

    private static Map<String, String> given(String[] arguments) {
        Map<String, String> given = new TreeMap<>(DEFAULTS);
        for (int at = 0; at + 1 < arguments.length; at += 2) {
            given.put(arguments[at].replaceFirst("^--", ""), arguments[at + 1]);
        }
        if (arguments.length % 2 != 0
                || given.size() != DEFAULTS.size() + 2
                || !given.keySet().containsAll(List.of("tenant", "settings"))) {
            throw new IllegalArgumentException(
                    "--tenant FILE and --settings FILE were expected, and beside them only --%s VALUE"
                            .formatted(String.join(" VALUE --", DEFAULTS.keySet())));
        }
        return given;
    }

    /** Writes a properties file atomically. */
    private void writeSettings(String tenantId, Path file) throws IOException {
        var settings = new StringBuilder("""
            # IDENTITY_ENDPOINT=%s
            # IDENTITY_HEADER=%s
            # STANDIN_TENANT=%s
            linekeeper.backend=tenant
            linekeeper.mode=live
            linekeeper.embedded-database=true
            linekeeper.graph.base-url=%s
            linekeeper.graph.allowed-hosts=127.0.0.1
            linekeeper.graph.tenant-id=%s
            linekeeper.graph.reads.app-id=reader
            linekeeper.graph.reads.credential=managed-identity
            linekeeper.graph.writes.app-id=writer
            linekeeper.graph.writes.credential=managed-identity
            linekeeper.powershell.sign-in=access-tokens
            linekeeper.powershell.client-id=shell
            """.formatted(
                        simulator.graph().resolve("/identity/token"),
                        IDENTITY_HEADER,
                        simulator.cmdlets(),
                        simulator.graph(),
                        tenantId));
        var command = simulator.powerShell();
        for (int at = 0; at < command.size(); at++) {
            settings.append("linekeeper.powershell.command[%d]=%s\n".formatted(at, command.get(at)));
        }
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, settings);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
