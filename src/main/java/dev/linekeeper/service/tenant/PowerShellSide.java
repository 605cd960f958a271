package dev.linekeeper.service.tenant;

import java.util.function.Supplier;

/**
 * What Teams PowerShell answers of a tenant.
 *
 * @param moduleVersion the version of the MicrosoftTeams module in use
 */
public record PowerShellSide(
        VoiceSwitch voiceSwitch,
        PolicyGrants policyGrants,
        GroupGrants groupGrants,
        PolicyCatalogue policyCatalogue,
        EmergencyLocations emergencyLocations,
        VoiceApplications voiceApplications,
        SharedCallingSupport sharedCallingSupport,
        Supplier<String> moduleVersion) {}
