package dev.linekeeper.core.enrolment;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.enrolment.StepState.Progress;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.service.requests.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person compared with one step: done, due, moved by somebody else, or unreadable. */
class StepStateTest {
    private static final PhoneNumber ONE = PhoneNumber.of("+14255550140");
    private static final PhoneNumber OTHER = PhoneNumber.of("+14255550141");
    private static final PolicyName LONDON = new PolicyName("London");

    /** In it, London routes voice directly and a group gives UK for Shared Calling. */
    private final Plan plan = Sample.plan(ADELE);

    @Test
    void a_number_is_released_once_it_is_held_no_more() {
        var release = new Change.ReleaseNumber(ADELE, ONE, NumberType.CALLING_PLAN);

        assertThat(StepState.of(plan, release, holding(OTHER, ONE))).isEqualTo(new StepState(Progress.DUE, "held"));
        assertThat(StepState.of(plan, release, holding(OTHER))).isEqualTo(new StepState(Progress.DONE, "released"));
    }

    @Test
    void a_number_is_assigned_beside_those_of_the_plan_alone() {
        var assign = new Change.AssignNumber(ADELE, ONE, NumberType.CALLING_PLAN);

        assertThat(StepState.of(plan, assign, holding())).isEqualTo(new StepState(Progress.DUE, "none"));
        assertThat(StepState.of(plan, assign, holding(ONE))).isEqualTo(new StepState(Progress.DONE, "+14255550140"));
        assertThat(StepState.of(plan, assign, holding(OTHER)))
                .isEqualTo(new StepState(Progress.MOVED, "another number"));
        assertThat(StepState.of(plan, assign, plan.before())).isEqualTo(new StepState(Progress.DUE, "none"));
    }

    @Test
    void voice_is_done_when_it_is_as_wanted() {
        var on = new Change.SwitchVoice(ADELE, true);
        var off = new Change.SwitchVoice(ADELE, false);

        assertThat(StepState.of(plan, on, voice(true))).isEqualTo(new StepState(Progress.DONE, "on"));
        assertThat(StepState.of(plan, on, voice(false))).isEqualTo(new StepState(Progress.DUE, "off"));
        assertThat(StepState.of(plan, off, voice(true))).isEqualTo(new StepState(Progress.DUE, "on"));
        assertThat(StepState.of(plan, off, voice(false))).isEqualTo(new StepState(Progress.DONE, "off"));
    }

    @Test
    void a_grant_is_due_while_the_policy_is_as_before_and_moved_when_it_is_a_third() {
        var grant = new Change.GrantPolicy(ADELE, PolicyKind.SHARED_CALLING, LONDON);

        assertThat(StepState.of(plan, grant, held(PolicyKind.SHARED_CALLING, direct("london"))))
                .isEqualTo(new StepState(Progress.DONE, "london (direct)"));
        assertThat(StepState.of(plan, grant, held(PolicyKind.SHARED_CALLING, group("UK"))))
                .isEqualTo(new StepState(Progress.DUE, "UK (group)"));
        assertThat(StepState.of(plan, grant, held(PolicyKind.SHARED_CALLING, global())))
                .isEqualTo(new StepState(Progress.DUE, "Global (global)"));
        assertThat(StepState.of(plan, grant, held(PolicyKind.SHARED_CALLING, direct("Leeds"))))
                .isEqualTo(new StepState(Progress.MOVED, "Leeds (direct)"));
    }

    @Test
    void a_grant_is_taken_away_once_nothing_is_granted_directly() {
        var revoke = new Change.RevokePolicy(ADELE, PolicyKind.VOICE_ROUTING);

        assertThat(StepState.of(plan, revoke, held(PolicyKind.VOICE_ROUTING, direct("London"))))
                .isEqualTo(new StepState(Progress.DUE, "London (direct)"));
        assertThat(StepState.of(plan, revoke, held(PolicyKind.VOICE_ROUTING, global())))
                .isEqualTo(new StepState(Progress.DONE, "Global (global)"));
        assertThat(StepState.of(plan, revoke, held(PolicyKind.VOICE_ROUTING, direct("Leeds"))))
                .isEqualTo(new StepState(Progress.MOVED, "Leeds (direct)"));
    }

    @Test
    void a_policy_nobody_reported_is_unreadable() {
        assertThat(StepState.of(plan, new Change.RevokePolicy(ADELE, PolicyKind.VOICE_ROUTING), holding()))
                .isEqualTo(new StepState(Progress.UNREADABLE, "OnlineVoiceRoutingPolicy was not reported"));
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

    private static PersonState held(PolicyKind kind, EffectivePolicy held) {
        return new PersonState(true, List.of(), Map.of(kind, held));
    }

    private static EffectivePolicy direct(String policy) {
        return new EffectivePolicy(
                new PolicyName(policy), EffectivePolicy.Origin.DIRECT, Optional.empty(), Optional.empty());
    }

    private static EffectivePolicy group(String policy) {
        return new EffectivePolicy(
                new PolicyName(policy),
                EffectivePolicy.Origin.GROUP,
                Optional.of(new GroupId("g-1")),
                Optional.empty());
    }

    private static EffectivePolicy global() {
        return new EffectivePolicy(
                PolicyName.GLOBAL, EffectivePolicy.Origin.GLOBAL, Optional.empty(), Optional.empty());
    }
}
