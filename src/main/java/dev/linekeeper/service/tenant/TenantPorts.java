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

    /** Readings through these ports; see {@link Readings} for what {@code snapshotAge} means. */
    public Readings readings(Clock clock, Duration snapshotAge) {
        return new Readings(
                directory,
                voiceUsers,
                numbers,
                policyCatalogue,
                voiceApplications,
                emergencyLocations,
                organisation,
                clock,
                snapshotAge);
    }
}
