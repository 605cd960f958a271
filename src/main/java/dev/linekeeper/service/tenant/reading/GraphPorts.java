package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.service.tenant.AppInstallations;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.PolicyTypeProbe;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.accounts.AccountEntries;
import java.util.Optional;

/**
 * The ports that Microsoft Graph answers for a tenant.
 *
 * @param appInstallations empty when no app of the Teams catalogue is named
 */
public record GraphPorts(
        Directory directory,
        VoiceUsers voiceUsers,
        NumberInventory numbers,
        PolicyGrants policyGrants,
        PolicyTypeProbe grantProbe,
        AccountEntries accountEntries,
        Organisation organisation,
        Optional<AppInstallations> appInstallations) {}
