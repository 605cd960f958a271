package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.service.tenant.EmergencyLocations;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.PhoneNumberPolicies;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.SharedCallingSupport;
import dev.linekeeper.service.tenant.VoiceApplications;
import java.util.function.Supplier;

/**
 * The ports that Teams PowerShell answers for a tenant.
 *
 * @param moduleVersion the version of the MicrosoftTeams module in use, such as {@code 7.9.0}; loads it but signs
 * nobody in
 */
public record PowerShellPorts(
        EnterpriseVoiceSwitch voiceSwitch,
        PolicyGrants policyGrants,
        SharedCallingPolicies sharedCallingPolicies,
        GroupGrants groupGrants,
        PolicyCatalogue policyCatalogue,
        EmergencyLocations emergencyLocations,
        VoiceApplications voiceApplications,
        SharedCallingSupport sharedCallingSupport,
        PhoneNumberPolicies phoneNumberPolicies,
        ValidationErrors validationErrors,
        Supplier<String> moduleVersion) {}
