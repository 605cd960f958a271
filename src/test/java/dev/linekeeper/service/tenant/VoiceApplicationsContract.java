package dev.linekeeper.service.tenant;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.ResourceAccount.Association;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link VoiceApplications} promises of what answers an account, and of its number. */
public abstract class VoiceApplicationsContract {
    private static final PhoneNumber HELD = PhoneNumber.of("+14255550100");
    private static final PhoneNumber FREE = PhoneNumber.of("+493023125100");

    protected abstract VoiceApplications applications();

    private ResourceAccount account() {
        return applications().resourceAccounts().read().stream()
                .filter(account -> account.associations()
                        .known()
                        .filter(all -> all.stream().anyMatch(it -> it.type() == Application.AUTO_ATTENDANT))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private ResourceAccount called(String name) {
        return applications().resourceAccounts().read().stream()
                .filter(account -> account.userPrincipalName().startsWith(name + "@"))
                .findFirst()
                .orElseThrow();
    }

    private List<Association> associations(UserId account) {
        return applications().resourceAccounts().read().stream()
                .filter(each -> each.id().equals(account))
                .findFirst()
                .orElseThrow()
                .associations()
                .known()
                .orElseThrow();
    }

    @Test
    void nothing_answers_an_account_any_more_and_then_what_did_before() {
        var account = account().id();
        var before = associations(account);
        var attendant = before.getFirst().configurationId();

        applications().dissociate(account, KEY);
        applications().dissociate(account, KEY);
        assertThat(associations(account)).isEmpty();

        applications().associate(account, attendant, KEY);
        applications().associate(account, attendant, KEY);
        assertThat(associations(account)).isEqualTo(before);
    }

    @Test
    void an_account_gets_a_free_number_once_it_is_licensed_and_nobody_loses_number_or_attendant() {
        var berlin = called("ra-ber").id();
        refused(
                FailureKind.CONFLICT,
                () -> applications().assign(berlin, HELD, NumberType.CALLING_PLAN, Optional.empty(), KEY));
        var bare = called("ra-bare").id();
        refused(
                FailureKind.TRANSIENT,
                () -> applications().assign(bare, FREE, NumberType.DIRECT_ROUTING, Optional.empty(), KEY));

        applications().assign(berlin, FREE, NumberType.DIRECT_ROUTING, Optional.empty(), KEY);
        applications().assign(berlin, FREE, NumberType.DIRECT_ROUTING, Optional.empty(), KEY);

        assertThat(called("ra-ber").number().known().orElseThrow()).contains(FREE);
        assertThat(called("ra-bare").number().known().orElseThrow()).isEmpty();
        assertThat(account().number().known().orElseThrow()).contains(HELD);

        applications().create("ra-new@fabrikam.example", "'It’s' \"new\"; $(Get-Date)", KEY);
        applications().create("RA-NEW@fabrikam.example", "again", KEY);
        assertThat(called("ra-new").displayName()).isEqualTo("'It’s' \"new\"; $(Get-Date)");
        assertThat(called("ra-new").application().known()).contains(Application.AUTO_ATTENDANT);
        assertThat(applications().resourceAccounts().read()).hasSize(4);
        refused(FailureKind.CONFLICT, () -> applications().create("ada@fabrikam.example", "Ada", KEY));

        // In the same session, as a real PowerShell takes its time to start.
        var before = associations(account().id());
        var id = account().id();
        refused(FailureKind.CONFLICT, () -> applications().associate(id, "another one", KEY));
        assertThat(associations(id)).isEqualTo(before);
    }

    @Test
    void what_does_not_exist_answers_nobody() {
        var account = account().id();
        applications().dissociate(account, KEY);

        refused(FailureKind.NOT_FOUND, () -> applications().associate(account, "no such attendant", KEY));

        assertThat(associations(account)).isEmpty();
    }
}
