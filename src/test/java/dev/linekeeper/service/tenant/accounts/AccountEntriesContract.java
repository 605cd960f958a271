package dev.linekeeper.service.tenant.accounts;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.WriteReceipt.AcceptedWrite;
import dev.linekeeper.service.tenant.WriteReceipt.NothingToWrite;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.simulator.state.AccountEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every backend promises of accounts in Entra: changed with the permission for it, left as they are without. */
public abstract class AccountEntriesContract {
    private static final Country ELSEWHERE = new Country("CA");

    protected abstract TenantPorts ports();

    protected abstract SimulatedTenant model();

    private ResourceAccount account() {
        return ports().voiceApplications().resourceAccounts().read().getFirst();
    }

    private void granted(String... permissions) {
        model().change(edit -> new AccountEdit(edit).grant(Set.of(permissions)));
    }

    private Set<AccountRight> rights() {
        return ports().organisation().accountRights();
    }

    @Test
    void nothing_is_granted_unless_somebody_did_and_nothing_is_changed_then() {
        var before = account();
        var accounts = ports().voiceApplications();

        assertThat(rights()).isEmpty();
        refused(FailureKind.DENIED, () -> accounts.setUsageLocation(before.id(), ELSEWHERE, KEY));
        refused(FailureKind.DENIED, () -> accounts.setSignIn(before.id(), true, KEY));

        assertThat(account().usageLocation().known())
                .isEqualTo(before.usageLocation().known());
        assertThat(account().signInEnabled().known()).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"User.ReadUpdate.All", "User.ReadWrite.All", "Directory.ReadWrite.All"})
    void a_usage_location_is_set_once_with_a_permission_that_does(String permission) {
        granted(permission);
        var account = account().id();

        assertThat(rights()).contains(AccountRight.USAGE_LOCATION);
        assertThat(ports().voiceApplications().setUsageLocation(account, ELSEWHERE, KEY))
                .isInstanceOf(AcceptedWrite.class);
        assertThat(ports().voiceApplications().setUsageLocation(account, ELSEWHERE, KEY))
                .isInstanceOf(NothingToWrite.class);
        assertThat(account().usageLocation().known()).contains(Optional.of(ELSEWHERE));
    }

    @Test
    void sign_in_is_allowed_and_blocked_with_the_permission_for_that() {
        granted("User.EnableDisableAccount.All", "User.Read.All");
        var accounts = ports().voiceApplications();
        var account = account().id();

        assertThat(rights()).containsExactly(AccountRight.SIGN_IN);
        accounts.setSignIn(account, true, KEY);
        assertThat(account().signInEnabled().known()).contains(true);
        accounts.setSignIn(account, false, KEY);
        assertThat(accounts.setSignIn(account, false, KEY)).isInstanceOf(NothingToWrite.class);
        assertThat(account().signInEnabled().known()).contains(false);
    }

    @Test
    void one_permission_is_not_the_other_and_a_part_of_one_is_none() {
        granted("User.ReadUpdate.All", "User.EnableDisableAccount.All");
        var account = account().id();

        assertThat(rights()).containsExactly(AccountRight.USAGE_LOCATION);
        refused(FailureKind.DENIED, () -> ports().voiceApplications().setSignIn(account, true, KEY));
    }
}
