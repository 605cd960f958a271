package dev.linekeeper.service.tenant;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import org.junit.jupiter.api.Test;

/** What every {@link GroupGrants} promises. */
public abstract class GroupGrantsContract {
    private static final PolicyKind KIND = PolicyKind.SHARED_CALLING;

    protected abstract GroupGrants groupGrants();

    protected abstract VoiceUsers voiceUsers();

    protected abstract Backdrop backdrop();

    /** A group without a Shared Calling policy. */
    protected abstract GroupId otherGroup();

    @Test
    void the_grant_of_the_lowest_rank_comes_first() {
        assertThat(groupGrants().granted(KIND).read().getFirst())
                .isEqualTo(new GroupGrant(backdrop().group(), KIND, backdrop().sharedCalling(), 1));
        assertThat(groupGrants().granted(KIND).read())
                .extracting(GroupGrant::rank)
                .isSorted();
    }

    @Test
    void a_new_grant_takes_its_rank_and_those_behind_it_move_down() {
        groupGrants().grant(otherGroup(), KIND, backdrop().otherSharedCalling(), 1, KEY);
        groupGrants().grant(otherGroup(), KIND, backdrop().otherSharedCalling(), 1, KEY);
        assertThat(groupGrants().granted(KIND).read())
                .startsWith(
                        new GroupGrant(otherGroup(), KIND, backdrop().otherSharedCalling(), 1),
                        new GroupGrant(backdrop().group(), KIND, backdrop().sharedCalling(), 2));
        groupGrants().revoke(otherGroup(), KIND, KEY);
        groupGrants().revoke(otherGroup(), KIND, KEY);
        assertThat(groupGrants().granted(KIND).read())
                .startsWith(new GroupGrant(backdrop().group(), KIND, backdrop().sharedCalling(), 1));
    }

    @Test
    void who_is_a_direct_member_is_reached_and_loses_it_again() {
        groupGrants().revoke(backdrop().group(), KIND, KEY);
        assertThat(voiceUsers()
                        .read(backdrop().byGroup())
                        .orElseThrow()
                        .policy(KIND)
                        .map(Assignment::policy)
                        .known())
                .contains(backdrop().otherSharedCalling());
    }

    @Test
    void a_group_has_one_policy_of_a_kind() {
        refused(
                FailureKind.CONFLICT,
                () -> groupGrants().grant(backdrop().group(), KIND, backdrop().otherSharedCalling(), 1, KEY));
        refused(
                FailureKind.CONFLICT,
                () -> groupGrants().grant(backdrop().group(), KIND, backdrop().sharedCalling(), 2, KEY));
    }

    @Test
    void a_rank_policy_or_group_that_makes_no_sense_is_refused() {
        var before = groupGrants().granted(KIND).read();
        refused(
                FailureKind.INVALID,
                () -> groupGrants().grant(otherGroup(), KIND, backdrop().sharedCalling(), before.size() + 2, KEY));
        refused(
                FailureKind.INVALID,
                () -> groupGrants().grant(otherGroup(), KIND, backdrop().sharedCalling(), 0, KEY));
        refused(
                FailureKind.INVALID,
                () -> groupGrants().grant(otherGroup(), KIND, new PolicyName("No such policy"), 1, KEY));
        refused(
                FailureKind.NOT_FOUND,
                () -> groupGrants()
                        .grant(
                                new GroupId(backdrop().nobody().value()),
                                KIND,
                                backdrop().sharedCalling(),
                                1,
                                KEY));
        refused(
                FailureKind.UNSUPPORTED,
                () -> groupGrants().grant(otherGroup(), PolicyKind.DIAL_OUT, PolicyName.GLOBAL, 1, KEY));
        assertThat(groupGrants().granted(KIND).read()).isEqualTo(before);
    }
}
