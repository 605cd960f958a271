package dev.linekeeper.service.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import org.junit.jupiter.api.Test;

/** What the ports promise that read what people share: policies, accounts, places and the tenant itself. */
public abstract class CatalogueContract {
    protected abstract TenantPorts ports();

    protected abstract Backdrop backdrop();

    @Test
    void every_shared_calling_policy_has_a_name_of_its_own_and_its_account_exists() {
        var policies = ports().policyCatalogue().policies(PolicyKind.SHARED_CALLING);
        assertThat(policies).extracting(Policy::name).doesNotHaveDuplicates().contains(PolicyName.GLOBAL);
        var policy = policies.stream()
                .filter(each -> each.name().equals(backdrop().sharedCalling()))
                .map(Policy.SharedCalling.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(policy.emergencyNumbers()).contains(backdrop().policyNumber());
        assertThat(ports().voiceApplications().resourceAccounts())
                .extracting(ResourceAccount::id)
                .contains(policy.resourceAccount().orElseThrow());
    }

    @Test
    void policies_are_of_the_kind_asked_for() {
        for (var kind : new PolicyKind[] {PolicyKind.VOICE_ROUTING, PolicyKind.EMERGENCY_CALL_ROUTING}) {
            assertThat(ports().policyCatalogue().policies(kind)).isNotEmpty().allMatch(policy -> policy.kind() == kind);
        }
    }

    @Test
    void an_account_of_a_policy_says_which_number_it_has_and_what_applies_to_it() {
        var account = ports().voiceApplications().resourceAccounts().stream()
                .filter(each -> each.number()
                        .known()
                        .orElseThrow()
                        .filter(backdrop().serviceNumber()::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(account.policy(PolicyKind.VOICE_ROUTING).known()).isPresent();
        assertThat(account.signInEnabled().known()).contains(false);
    }

    @Test
    void places_and_the_tenant_have_names() {
        assertThat(ports().emergencyLocations().locations())
                .extracting(EmergencyLocation::id)
                .contains(backdrop().place());
        assertThat(ports().organisation().tenantId()).isNotBlank();
        assertThat(ports().organisation().displayName()).isNotBlank();
        assertThat(ports().organisation().source()).isNotBlank();
    }
}
