package dev.linekeeper.service.tenant;

import java.util.Optional;

/**
 * The ports that Microsoft Graph answers for a tenant.
 *
 * @param appInstallations empty when no app of the Teams catalogue is named
 */
public record GraphSide(
        Directory directory,
        VoiceUsers voiceUsers,
        Numbers numbers,
        PolicyGrants policyGrants,
        GrantProbe grantProbe,
        Organisation organisation,
        Optional<AppInstallations> appInstallations) {}
