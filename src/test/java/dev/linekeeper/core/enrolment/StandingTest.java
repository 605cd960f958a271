package dev.linekeeper.core.enrolment;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Change;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.Line;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.requests.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the tenant stands to one step: done, due, moved by somebody else, or unreadable. */
class StandingTest {
    private static final PhoneNumber ONE = PhoneNumber.of("+14255550140");
    private static final PhoneNumber OTHER = PhoneNumber.of("+14255550141");
    private static final PolicyName LONDON = new PolicyName("London");

    /** In it, London routes voice directly and a group gives UK for Shared Calling. */
    private final Plan plan = Sample.plan(ADELE);

    @Test
    void a_number_is_released_once_it_is_held_no_more() {
        var release = new Change.ReleaseNumber(ADELE, ONE, NumberType.CALLING_PLAN);

        assertThat(Standing.of(plan, release, holding(OTHER, ONE))).isEqualTo(new Standing.Due("held"));
        assertThat(Standing.of(plan, release, holding(OTHER))).isEqualTo(new Standing.Done("released"));
    }

    @Test
    void a_number_is_assigned_only_to_somebody_without_one() {
        var assign = new Change.AssignNumber(ADELE, ONE, NumberType.CALLING_PLAN);

        assertThat(Standing.of(plan, assign, holding())).isEqualTo(new Standing.Due("none"));
        assertThat(Standing.of(plan, assign, holding(ONE))).isEqualTo(new Standing.Done("+14255550140"));
        assertThat(Standing.of(plan, assign, holding(OTHER))).isEqualTo(new Standing.Moved("another number"));
    }

    @Test
    void voice_is_done_when_it_is_as_wanted() {
        var on = new Change.SwitchVoice(ADELE, true);
        var off = new Change.SwitchVoice(ADELE, false);

        assertThat(Standing.of(plan, on, voice(true))).isEqualTo(new Standing.Done("on"));
        assertThat(Standing.of(plan, on, voice(false))).isEqualTo(new Standing.Due("off"));
        assertThat(Standing.of(plan, off, voice(true))).isEqualTo(new Standing.Due("on"));
        assertThat(Standing.of(plan, off, voice(false))).isEqualTo(new Standing.Done("off"));
    }

    @Test
    void a_grant_is_due_while_the_policy_is_as_before_and_moved_when_it_is_a_third() {
        var grant = new Change.GrantPolicy(ADELE, PolicyKind.SHARED_CALLING, LONDON);

        assertThat(Standing.of(plan, grant, held(PolicyKind.SHARED_CALLING, direct("london"))))
                .isEqualTo(new Standing.Done("london (direct)"));
        assertThat(Standing.of(plan, grant, held(PolicyKind.SHARED_CALLING, group("UK"))))
                .isEqualTo(new Standing.Due("UK (group)"));
        assertThat(Standing.of(plan, grant, held(PolicyKind.SHARED_CALLING, global())))
                .isEqualTo(new Standing.Due("Global (global)"));
        assertThat(Standing.of(plan, grant, held(PolicyKind.SHARED_CALLING, direct("Leeds"))))
                .isEqualTo(new Standing.Moved("Leeds (direct)"));
    }

    @Test
    void a_grant_is_taken_away_once_nothing_is_granted_directly() {
        var revoke = new Change.RevokePolicy(ADELE, PolicyKind.VOICE_ROUTING);

        assertThat(Standing.of(plan, revoke, held(PolicyKind.VOICE_ROUTING, direct("London"))))
                .isEqualTo(new Standing.Due("London (direct)"));
        assertThat(Standing.of(plan, revoke, held(PolicyKind.VOICE_ROUTING, global())))
                .isEqualTo(new Standing.Done("Global (global)"));
        assertThat(Standing.of(plan, revoke, held(PolicyKind.VOICE_ROUTING, direct("Leeds"))))
                .isEqualTo(new Standing.Moved("Leeds (direct)"));
    }

    @Test
    void a_policy_nobody_reported_is_unreadable() {
        assertThat(Standing.of(plan, new Change.RevokePolicy(ADELE, PolicyKind.VOICE_ROUTING), holding()))
                .isEqualTo(new Standing.Unreadable(PolicyKind.VOICE_ROUTING));
    }

    private static PersonState holding(PhoneNumber... numbers) {
        return new PersonState(
                true,
                Arrays.stream(numbers)
                        .map(number -> new PersonState.OwnNumber(number, Line.Category.PRIMARY))
                        .toList(),
                Map.of());
    }

    private static PersonState voice(boolean on) {
        return new PersonState(on, List.of(), Map.of());
    }

    private static PersonState held(PolicyKind kind, Held held) {
        return new PersonState(true, List.of(), Map.of(kind, held));
    }

    private static Held direct(String policy) {
        return new Held(new PolicyName(policy), Held.Origin.DIRECT, Optional.empty(), Optional.empty());
    }

    private static Held group(String policy) {
        return new Held(new PolicyName(policy), Held.Origin.GROUP, Optional.of(new GroupId("g-1")), Optional.empty());
    }

    private static Held global() {
        return new Held(PolicyName.GLOBAL, Held.Origin.GLOBAL, Optional.empty(), Optional.empty());
    }
}
