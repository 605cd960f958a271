package dev.linekeeper.app;

import dev.linekeeper.adapter.graph.GraphBackend;
import dev.linekeeper.adapter.powershell.PowerShellBackend;
import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.reading.GraphAndPowerShell;
import dev.linekeeper.service.tenant.reading.SnapshotAges;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.settings.EmulatorSettings;
import dev.linekeeper.simulator.Simulator;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantState;
import java.time.Clock;
import java.time.Duration;

/** A tenant as the demo has it: a model, the simulated services before it, and the real adapters before those. */
public final class EmulatedTenant implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final SimulatedTenant model;
    private final TenantState original;
    private final Simulator emulator;
    private final ApiThrottle throttle = Throttles.in(new ManualTime());
    private final PowerShellBackend powerShell;
    private final GraphAndPowerShell both;

    public EmulatedTenant(SimulatedTenant model, EmulatorSettings behaviour, Clock clock) {
        this.model = model;
        this.original = model.state();
        this.emulator = Simulator.open(model, behaviour, clock);
        this.powerShell = PowerShellBackend.open(
                emulator.powerShell(),
                new SignIn.StandInSignIn(),
                new PowerShellBackend.PowerShellPool(1, LONG, LONG),
                throttle,
                clock);
        this.both = BackendConfiguration.combined(
                GraphBackend.standIn(emulator.graph(), () -> model.content().applicationPermissions(), throttle, clock),
                powerShell,
                clock,
                SnapshotAges.strict(Duration.ofMinutes(5)));
    }

    public SimulatedTenant model() {
        return model;
    }

    public Simulator emulator() {
        return emulator;
    }

    /** What all calls pass. */
    ApiThrottle throttle() {
        return throttle;
    }

    public GraphAndPowerShell both() {
        return both;
    }

    public TenantPorts ports() {
        return both.ports();
    }

    /** Everything in the tenant is as it was at first. */
    public void startOver() {
        emulator.faults().clear();
        model.become(original);
    }

    @Override
    public void close() {
        powerShell.close();
        emulator.close();
    }
}
