package dev.linekeeper.service.tenant;

import java.util.Optional;

/** What Microsoft Graph answers of a tenant; its organisation does not know the version of the PowerShell module. */
public record GraphSide(
        Directory directory,
        VoiceUsers voiceUsers,
        Numbers numbers,
        PolicyGrants policyGrants,
        GrantProbe grantProbe,
        Organisation organisation,
        Optional<AppInstallations> appInstallations) {}
