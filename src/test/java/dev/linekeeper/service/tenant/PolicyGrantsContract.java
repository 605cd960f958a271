package dev.linekeeper.service.tenant;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Change.PolicyChange;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link PolicyGrants} promises. */
public abstract class PolicyGrantsContract {
    protected abstract PolicyGrants policyGrants();

    protected abstract VoiceUsers voiceUsers();

    protected abstract Backdrop backdrop();

    @Test
    void a_grant_is_direct_and_what_it_hides_comes_back_when_it_is_revoked() {
        var person = backdrop().byGroup();
        grant(person, backdrop().otherSharedCalling());
        grant(person, backdrop().otherSharedCalling());
        assertThat(effective(person).policy()).isEqualTo(backdrop().otherSharedCalling());
        assertThat(effective(person)).isInstanceOf(Assignment.Direct.class);
        policyGrants().revoke(person, PolicyKind.SHARED_CALLING, KEY);
        policyGrants().revoke(person, PolicyKind.SHARED_CALLING, KEY);
        assertThat(effective(person)).isInstanceOf(Assignment.ByGroup.class);
    }

    @Test
    void a_name_means_the_same_in_any_case() {
        grant(
                backdrop().licensed(),
                new PolicyName(backdrop().sharedCalling().value().toLowerCase(Locale.ROOT)));
        assertThat(effective(backdrop().licensed()).policy())
                .isEqualTo(backdrop().sharedCalling());
    }

    @Test
    void a_policy_that_is_not_there_cannot_be_granted() {
        refused(
                BackendFailure.FailureKind.INVALID,
                () -> grant(backdrop().licensed(), new PolicyName("No such policy at all")));
        assertThat(effective(backdrop().licensed())).isEqualTo(new Assignment.Inherited());
    }

    @Test
    void nobody_can_be_granted_nothing() {
        refused(
                BackendFailure.FailureKind.NOT_FOUND,
                () -> grant(backdrop().nobody(), backdrop().sharedCalling()));
    }

    @Test
    void several_people_in_one_call_get_what_each_was_meant_to_get() {
        var together = Map.of(
                new ChangeKey("SC-1", 1),
                        granted(backdrop().licensed(), backdrop().sharedCalling()),
                new ChangeKey("SC-2", 1),
                        granted(backdrop().byGroup(), backdrop().otherSharedCalling()));
        if (!takesTwo()) {
            refused(BackendFailure.FailureKind.UNSUPPORTED, () -> policyGrants().writeTogether(together));
            return;
        }
        policyGrants().writeTogether(together);
        assertThat(effective(backdrop().licensed()).policy())
                .isEqualTo(backdrop().sharedCalling());
        assertThat(effective(backdrop().byGroup()).policy())
                .isEqualTo(backdrop().otherSharedCalling());
        policyGrants()
                .writeTogether(Map.of(
                        new ChangeKey("SC-3", 1), revoked(backdrop().licensed()),
                        new ChangeKey("SC-4", 1), revoked(backdrop().byGroup())));
        assertThat(effective(backdrop().licensed())).isEqualTo(new Assignment.Inherited());
        assertThat(effective(backdrop().byGroup())).isInstanceOf(Assignment.ByGroup.class);
    }

    @Test
    void a_call_with_a_change_that_cannot_be_made_is_refused_for_good() {
        if (takesTwo()) {
            assertThatExceptionOfType(BackendFailure.class)
                    .isThrownBy(() -> policyGrants()
                            .writeTogether(Map.of(
                                    new ChangeKey("SC-1", 1),
                                            granted(
                                                    backdrop().licensed(),
                                                    backdrop().sharedCalling()),
                                    new ChangeKey("SC-2", 1),
                                            granted(
                                                    backdrop().nobody(),
                                                    backdrop().sharedCalling()))))
                    .matches(failure -> !failure.worthRetrying());
        }
    }

    private boolean takesTwo() {
        return policyGrants().atOnce(PolicyKind.SHARED_CALLING) > 1;
    }

    private static PolicyChange granted(UserId person, PolicyName policy) {
        return new Change.GrantPolicy(person, PolicyKind.SHARED_CALLING, policy);
    }

    private static PolicyChange revoked(UserId person) {
        return new Change.RevokePolicy(person, PolicyKind.SHARED_CALLING);
    }

    private void grant(UserId person, PolicyName policy) {
        policyGrants().grant(person, PolicyKind.SHARED_CALLING, policy, KEY);
    }

    private Assignment effective(UserId person) {
        return voiceUsers()
                .read(person)
                .orElseThrow()
                .policy(PolicyKind.SHARED_CALLING)
                .known()
                .orElseThrow();
    }
}
