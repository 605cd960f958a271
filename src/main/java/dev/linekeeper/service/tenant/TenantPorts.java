package dev.linekeeper.service.tenant;

import java.time.Clock;
import java.time.Duration;

/** All that can be asked of a tenant and done to it, from one backend or from several put together. */
public record TenantPorts(
        Directory directory,
        VoiceUsers voiceUsers,
        VoiceSwitch voiceSwitch,
        Numbers numbers,
        PolicyGrants policyGrants,
        PolicyCatalogue policyCatalogue,
        EmergencyLocations emergencyLocations,
        VoiceApplications voiceApplications,
        Organisation organisation) {

    /** Readings through these ports that show nothing older than {@code snapshotAge}, and wait for what is. */
    public Readings readings(Clock clock, Duration snapshotAge) {
        return new Readings(this, clock, SnapshotAges.strict(snapshotAge), Runnable::run);
    }
}
