package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.entra.IncompleteSettings;
import dev.linekeeper.adapter.powershell.host.HostScript;
import dev.linekeeper.adapter.powershell.host.PowerShellWorker;
import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.reading.PowerShellPorts;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Teams PowerShell behind the ports it answers. Nothing is started before the first call; closing leaves no process
 * behind.
 */
public final class PowerShellBackend implements AutoCloseable {
    private final PowerShell powerShell;
    private final HostScript script;
    private final Clock clock;

    private PowerShellBackend(PowerShell powerShell, HostScript script, Clock clock) {
        this.powerShell = powerShell;
        this.script = script;
        this.clock = clock;
    }

    /**
     * How long things may take, and how many processes may work at once.
     *
     * @param workers each is a PowerShell of its own, about 150 MB
     * @param call for one cmdlet
     * @param start for loading the module, and again for signing in
     */
    public record PowerShellPool(int workers, Duration call, Duration start) {
        public PowerShellPool {
            if (workers < 1) {
                throw new IllegalArgumentException("At least one worker is needed");
            }
        }
    }

    /**
     * The tenant of the settings.
     *
     * @throws IncompleteSettings with everything that is missing in the settings or wrong
     */
    public static PowerShellBackend configured(LinekeeperProperties properties, ApiThrottle throttle, Clock clock) {
        var settings = PowerShellSettings.of(properties);
        return open(settings.command(), settings.signIn(), settings.pace(), throttle, clock);
    }

    /**
     * The host is started with {@code command} and the arguments that make PowerShell run our script; calls wait
     * their turn.
     */
    public static PowerShellBackend open(
            List<String> command, SignIn signIn, PowerShellPool pace, ApiThrottle throttle, Clock clock) {
        var script = HostScript.unpacked();
        var whole = script.command(command);
        var hosts = IntStream.range(0, pace.workers())
                .mapToObj(_ -> new PowerShellWorker(whole, signIn, pace.call(), pace.start(), clock))
                .toList();
        return new PowerShellBackend(new PowerShell(hosts, throttle), script, clock);
    }

    /** The ports that PowerShell answers. */
    public PowerShellPorts ports() {
        return new PowerShellPorts(
                new PowerShellVoiceSwitch(powerShell),
                new PowerShellPolicyGrants(powerShell),
                new PowerShellGroupGrants(powerShell),
                new PowerShellCatalogue(powerShell),
                new PowerShellLocations(powerShell),
                new PowerShellApplications(powerShell, clock),
                new PowerShellSharedCallingSupport(powerShell),
                () -> powerShell.module().toString());
    }

    public SharedCallingPolicies sharedCallingPolicies() {
        return new PowerShellSharedCallingPolicies(powerShell);
    }

    /** Looks whether PowerShell is there and may do its work. */
    public Checkup checkup() {
        return new PowerShellCheckup(powerShell);
    }

    @Override
    public void close() {
        powerShell.close();
        script.delete();
    }
}
