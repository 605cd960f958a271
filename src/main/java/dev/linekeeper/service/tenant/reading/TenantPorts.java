package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.EmergencyLocations;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.time.Clock;
import java.time.Duration;

/** The ports to one tenant, from one backend or from several combined. */
public record TenantPorts(
        Directory directory,
        VoiceUsers voiceUsers,
        EnterpriseVoiceSwitch voiceSwitch,
        NumberInventory numbers,
        PolicyGrants policyGrants,
        PolicyCatalogue policyCatalogue,
        EmergencyLocations emergencyLocations,
        VoiceApplications voiceApplications,
        Organisation organisation,
        SharedCallingPolicies sharedCallingPolicies,
        GroupGrants groupGrants) {

    /** A reader through these ports that shows nothing older than {@code snapshotAge}. */
    public TenantReader reader(Clock clock, Duration snapshotAge) {
        return new TenantReader(this, clock, SnapshotAges.strict(snapshotAge), Runnable::run);
    }
}
