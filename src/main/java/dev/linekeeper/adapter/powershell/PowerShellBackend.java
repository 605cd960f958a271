package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.entra.IncompleteSettings;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.tenant.EmergencyLocations;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.SharedCallingSupport;
import dev.linekeeper.service.tenant.Throttle;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.VoiceSwitch;
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
    public record Pace(int workers, Duration call, Duration start) {
        public Pace {
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
    public static PowerShellBackend configured(LinekeeperProperties properties, Throttle throttle, Clock clock) {
        var settings = PowerShellSettings.of(properties);
        return open(settings.command(), settings.signIn(), settings.pace(), throttle, clock);
    }

    /** The host is started with {@code command} and the arguments that make PowerShell run our script; calls wait their turn. */
    public static PowerShellBackend open(
            List<String> command, SignIn signIn, Pace pace, Throttle throttle, Clock clock) {
        var script = HostScript.unpacked();
        var whole = script.command(command);
        var hosts = IntStream.range(0, pace.workers())
                .mapToObj(_ -> new Host(whole, signIn, pace.call(), pace.start(), clock))
                .toList();
        return new PowerShellBackend(new PowerShell(hosts, throttle), script, clock);
    }

    /** The version of the MicrosoftTeams module, such as {@code 7.9.0}; loads it but signs nobody in (rule TEN-02). */
    public String moduleVersion() {
        return powerShell.module().toString();
    }

    public VoiceSwitch voiceSwitch() {
        return new PowerShellVoiceSwitch(powerShell);
    }

    public PolicyGrants policyGrants() {
        return new PowerShellPolicyGrants(powerShell);
    }

    public GroupGrants groupGrants() {
        return new PowerShellGroupGrants(powerShell);
    }

    public SharedCallingPolicies sharedCallingPolicies() {
        return new PowerShellSharedCallingPolicies(powerShell);
    }

    public SharedCallingSupport sharedCallingSupport() {
        return new PowerShellSharedCallingSupport(powerShell);
    }

    public PolicyCatalogue policyCatalogue() {
        return new PowerShellCatalogue(powerShell);
    }

    public EmergencyLocations emergencyLocations() {
        return new PowerShellLocations(powerShell);
    }

    public VoiceApplications voiceApplications() {
        return new PowerShellApplications(powerShell, clock);
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
