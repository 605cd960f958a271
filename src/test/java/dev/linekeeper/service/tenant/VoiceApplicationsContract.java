package dev.linekeeper.service.tenant;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.ResourceAccount.Association;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link VoiceApplications} promises of what answers an account. */
public abstract class VoiceApplicationsContract {
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
    void an_account_that_is_answered_is_not_taken_from_what_answers_it() {
        var account = account().id();
        var before = associations(account);

        refused(FailureKind.CONFLICT, () -> applications().associate(account, "another one", KEY));

        assertThat(associations(account)).isEqualTo(before);
    }

    @Test
    void what_does_not_exist_answers_nobody() {
        var account = account().id();
        applications().dissociate(account, KEY);

        refused(FailureKind.NOT_FOUND, () -> applications().associate(account, "no such attendant", KEY));

        assertThat(associations(account)).isEmpty();
    }
}
