package dev.linekeeper.simulator;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.faults.FaultSwitches;
import dev.linekeeper.simulator.faults.SimulatedLoad;
import dev.linekeeper.simulator.graph.SimulatedGraph;
import dev.linekeeper.simulator.powershell.SimulatedPowerShell;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One tenant served as Microsoft Graph and as Teams PowerShell on this machine. */
public final class Simulator implements AutoCloseable {
    private final SimulatedGraph graph;
    private final SimulatedPowerShell powerShell;
    private final FaultSwitches faults;

    private Simulator(SimulatedGraph graph, SimulatedPowerShell powerShell, FaultSwitches faults) {
        this.graph = graph;
        this.powerShell = powerShell;
        this.faults = faults;
    }

    /**
     * How the services behave.
     *
     * @param latency of every call
     * @param rate calls a second that Graph answers before it says 429; 0 for any number
     * @param refusedTypes policy types that Graph does not grant
     * @param faults a file of fault switches to start with
     */
    public record Behaviour(
            Delays later, Duration latency, int rate, Set<PolicyKind> refusedTypes, Optional<Path> faults) {
        /** At once and without fault. */
        public static final Behaviour PERFECT =
                new Behaviour(Delays.AT_ONCE, Duration.ZERO, 0, Set.of(), Optional.empty());
    }

    /**
     * Opens both services.
     *
     * @throws dev.linekeeper.simulator.faults.InvalidFault when the file of fault switches cannot be used
     */
    public static Simulator open(SimulatedTenant model, Behaviour behaviour, Clock clock) {
        var faults = new ActiveFaults();
        var switches = new FaultSwitches(faults, model);
        behaviour.faults().ifPresent(switches::read);
        var load = new SimulatedLoad(behaviour.latency(), behaviour.rate(), clock);
        var powerShell = SimulatedPowerShell.open(model, faults, behaviour.later());
        var graph = SimulatedGraph.open(
                model,
                faults,
                behaviour.later(),
                behaviour.refusedTypes(),
                load,
                clock,
                List.of(powerShell.controller(ConcurrentHashMap.newKeySet())));
        return new Simulator(graph, powerShell, switches);
    }

    /** The base URL of Graph. */
    public URI graph() {
        return graph.baseUrl();
    }

    /** The command that starts a PowerShell host. */
    public List<String> powerShell() {
        return powerShell.command();
    }

    /** Where the stand-in module for a real PowerShell finds the cmdlets: the value of its STANDIN_TENANT. */
    public URI cmdlets() {
        return graph.baseUrl().resolve(SimulatedPowerShell.CMDLETS);
    }

    public FaultSwitches faults() {
        return faults;
    }

    @Override
    public void close() {
        powerShell.close();
        graph.close();
    }
}
