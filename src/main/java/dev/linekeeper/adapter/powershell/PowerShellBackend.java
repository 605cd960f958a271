package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.entra.IncompleteSettings;
import dev.linekeeper.adapter.powershell.host.PowerShellWorker;
import dev.linekeeper.adapter.powershell.host.PowerShellWorker.StartReason;
import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.metrics.Measurement;
import dev.linekeeper.service.metrics.Metric;
import dev.linekeeper.service.metrics.MetricSource;
import dev.linekeeper.service.metrics.Tally;
import dev.linekeeper.service.tenant.FailedCall;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.reading.PowerShellPorts;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Teams PowerShell as the backend of one tenant: the ports it can answer. Thread-safe. Processes start at the first call
 * and end on close.
 */
public final class PowerShellBackend implements MetricSource, AutoCloseable {
    private final PowerShell powerShell;
    private final Clock clock;
    private final Tally starts;

    private PowerShellBackend(PowerShell powerShell, Clock clock, Tally starts) {
        this.powerShell = powerShell;
        this.clock = clock;
        this.starts = starts;
    }

    /**
     * The size of the pool and its time-outs.
     *
     * @param workers how many PowerShell processes, of about 150 MB each
     * @param call time-out of one cmdlet
     * @param start time-out of loading the module, and of signing in
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
     * @throws IncompleteSettings with every setting that is missing or wrong
     */
    public static PowerShellBackend configured(LinekeeperProperties properties, ApiThrottle throttle, Clock clock) {
        var settings = PowerShellSettings.of(properties);
        return open(settings.command(), settings.signIn(), settings.pool(), throttle, clock);
    }

    /**
     * The pool of hosts, each started with {@code command} and the arguments that make PowerShell run host.ps1.
     */
    public static PowerShellBackend open(
            List<String> command, SignIn signIn, PowerShellPool pool, ApiThrottle throttle, Clock clock) {
        var starts = new Tally(Metric.POWERSHELL_STARTS);
        for (var why : StartReason.values()) {
            starts.known(FailedCall.label(why));
        }
        var workers = IntStream.range(0, pool.workers())
                .mapToObj(_ -> new PowerShellWorker(command, signIn, pool.call(), pool.start(), clock, starts))
                .toList();
        return new PowerShellBackend(new PowerShell(workers, throttle), clock, starts);
    }

    public PowerShellPorts ports() {
        return new PowerShellPorts(
                new PowerShellVoiceSwitch(powerShell),
                new PowerShellPolicyGrants(powerShell),
                new PowerShellSharedCallingPolicies(powerShell),
                new PowerShellGroupGrants(powerShell),
                new PowerShellCatalogue(powerShell),
                new PowerShellLocations(powerShell),
                new PowerShellApplications(powerShell, clock),
                new PowerShellSharedCallingSupport(powerShell),
                new PowerShellPhoneNumberPolicies(powerShell),
                new PowerShellValidationErrors(powerShell),
                () -> powerShell.module().toString());
    }

    public SharedCallingPolicies sharedCallingPolicies() {
        return new PowerShellSharedCallingPolicies(powerShell);
    }

    public Checkup checkup() {
        return new PowerShellCheckup(powerShell);
    }

    @Override
    public String source() {
        return "powershell";
    }

    @Override
    public List<Measurement> measurements() {
        return starts.measurements().toList();
    }

    @Override
    public void close() {
        powerShell.close();
    }
}
