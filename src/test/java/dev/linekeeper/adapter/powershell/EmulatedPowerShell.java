package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.powershell.RecordedCmdlet;
import dev.linekeeper.simulator.powershell.SimulatedPowerShell;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Fabrikam behind a PowerShell host that is a real child process, and our adapter connected to it. */
final class EmulatedPowerShell implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(30);

    final ActiveFaults faults = new ActiveFaults();
    final List<RecordedCmdlet> heard = new CopyOnWriteArrayList<>();
    final SimulatedTenant model;
    final SimulatedPowerShell face;
    final PowerShellBackend backend;
    private final boolean ours;

    EmulatedPowerShell() {
        this(Fabrikam.model());
    }

    EmulatedPowerShell(SimulatedTenant model) {
        this(model, new SignIn.StandInSignIn(), new PowerShellBackend.PowerShellPool(1, LONG, LONG), Clock.systemUTC());
    }

    EmulatedPowerShell(SimulatedTenant model, SignIn signIn, PowerShellBackend.PowerShellPool pace, Clock clock) {
        this.model = model;
        this.face = new SimulatedPowerShell(model, faults, Delays.AT_ONCE);
        face.watch(heard::add);
        this.backend = PowerShellBackend.open(face.command(), signIn, pace, Throttles.in(new ManualTime()), clock);
        this.ours = true;
    }

    /** The same tenant behind a real PowerShell with the stand-in module, which goes on living. */
    private EmulatedPowerShell(SimulatedTenant model, PowerShellBackend real) {
        this.model = model;
        this.face = new SimulatedPowerShell(model, faults, Delays.AT_ONCE);
        face.watch(heard::add);
        RealPowerShell.serve(face);
        this.backend = real;
        this.ours = false;
    }

    /** Fabrikam behind a real PowerShell; skips the test where there is none. */
    static EmulatedPowerShell inRealPowerShell() {
        return inRealPowerShell(Fabrikam.model());
    }

    /** Another tenant behind it. */
    static EmulatedPowerShell inRealPowerShell(SimulatedTenant model) {
        RealPowerShell.mustBeThere();
        return new EmulatedPowerShell(model, RealPowerShell.shared());
    }

    /** What PowerShell answers, through PowerShell; the rest from the model. */
    TenantPorts ports() {
        var ports = model.ports();
        return new TenantPorts(
                ports.directory(),
                ports.voiceUsers(),
                backend.ports().voiceSwitch(),
                ports.numbers(),
                backend.ports().policyGrants(),
                backend.ports().policyCatalogue(),
                backend.ports().emergencyLocations(),
                backend.ports().voiceApplications(),
                ports.organisation(),
                backend.ports().sharedCallingPolicies(),
                backend.ports().groupGrants());
    }

    @Override
    public void close() {
        if (ours) {
            backend.close();
        }
        face.close();
    }
}
