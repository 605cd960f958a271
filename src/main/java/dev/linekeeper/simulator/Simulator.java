package dev.linekeeper.simulator;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.settings.EmulatorSettings;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.ConstantFault;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.faults.FaultSwitches;
import dev.linekeeper.simulator.graph.SimulatedGraph;
import dev.linekeeper.simulator.powershell.SimulatedPowerShell;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One tenant served as Microsoft Graph and as Teams PowerShell on this machine. */
public final class Simulator implements AutoCloseable {
    private final ActiveFaults faults = new ActiveFaults();
    private final FaultSwitches switches;
    private final SimulatedPowerShell powerShell;
    private final SimulatedGraph graph;

    /** Opens both services, with other controllers beside them. */
    Simulator(SimulatedTenant tenant, Delays later, Set<PolicyKind> refusedTypes, Clock clock, List<?> others) {
        this.switches = new FaultSwitches(faults, tenant);
        this.powerShell = new SimulatedPowerShell(tenant, faults, later);
        var controllers = new ArrayList<Object>(List.of(switches, powerShell));
        controllers.addAll(others);
        this.graph = SimulatedGraph.open(tenant, faults, later, refusedTypes, clock, controllers);
    }

    /**
     * Opens both services.
     *
     * @throws org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException when the file of fault switches cannot be used
     */
    public static Simulator open(SimulatedTenant tenant, EmulatorSettings behaviour, Clock clock) {
        var later = new Delays(behaviour.grantDelay(), behaviour.numberDelay());
        var opened = new Simulator(tenant, later, behaviour.refusedPolicyTypes(), clock, List.of());
        Optional.ofNullable(behaviour.faults()).ifPresent(opened.switches::read);
        opened.always(ConstantFault.limit(behaviour.rate(), clock).overHttp());
        opened.always(ConstantFault.late(behaviour.latency()).overHttp());
        return opened;
    }

    /** Adds a fault that may hit any call. */
    void always(ConstantFault constant) {
        faults.always(constant);
    }

    void watch(CallStatistics statistics) {
        graph.watch(statistics::record);
        powerShell.watch(statistics::record);
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
        return switches;
    }

    @Override
    public void close() {
        powerShell.close();
        graph.close();
    }
}
