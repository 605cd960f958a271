package dev.linekeeper.service.tenant;

import java.util.function.Supplier;

/**
 * The ports that Teams PowerShell answers for a tenant.
 *
 * @param moduleVersion the version of the MicrosoftTeams module in use, such as {@code 7.9.0}; loads it but signs
 * nobody in
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
