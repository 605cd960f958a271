package dev.linekeeper.core.enrolment;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.DIAL_PLAN;
import static dev.linekeeper.core.tenant.PolicyKind.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static dev.linekeeper.core.tenant.PolicyKind.VOICE_ROUTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo.UndoObstacle;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoPlannerTest {
    private final Model before = new Model(newcomer().build(), contoso().build());
    private final Plan applied = ((PlanResult.Ready)
                    Planner.enrol(before.person(), before.tenant(), settings(), named("SC-SEA"), false))
            .plan();
    private final Model after = before.apply(applied);

    @Test
    @Requirement("T21")
    void refusesWhenSomebodyElseMovedThePerson() {
        var moved = after.apply(List.of(grant("SC-LON")));

        assertThat(differences(UndoPlanner.of(applied, moved.person(), moved.tenant(), settings())))
                .containsExactly("plan.undo.moved.policy [TeamsSharedCallingRoutingPolicy, SC-SEA, SC-LON]");
    }

    @Test
    void refusesWhenVoiceWasSwitchedOffSince() {
        var moved = after.apply(List.of(new Change.SwitchVoice(after.person().id(), false), grant("SC-LON")));

        assertThat(differences(UndoPlanner.of(applied, moved.person(), moved.tenant(), settings())))
                .containsExactly(
                        "plan.undo.moved.voice-off []",
                        "plan.undo.moved.policy [TeamsSharedCallingRoutingPolicy, SC-SEA, SC-LON]");
    }

    @Test
    void doesNotMindWhatThePlanDidNotTouch() {
        var moved = after.apply(List.of(new Change.GrantPolicy(after.person().id(), DIAL_PLAN, named("Other"))));

        assertThat(UndoPlanner.of(applied, moved.person(), moved.tenant(), settings()))
                .isInstanceOf(PlanResult.Ready.class);
    }

    @Test
    @Requirement("T21")
    void takesBackWhatWasDoneWhenAPlanStoppedHalfWay() {
        var half = before.apply(applied.changes().subList(0, 2));

        var undo = (PlanResult.Ready) UndoPlanner.of(applied, half.person(), half.tenant(), settings());

        assertThat(undo.plan().steps().stream().map(Step::name))
                .containsExactly(StepName.RESTORE_ECRP, StepName.EV_OFF, StepName.VERIFY);
        assertThat(half.apply(undo.plan())).isEqualTo(before);
    }

    @Test
    void hasNothingToDoWhereNothingWasDone() {
        assertThat(UndoPlanner.of(applied, before.person(), before.tenant(), settings()))
                .isInstanceOf(PlanResult.NothingToDo.class);
    }

    @Test
    void canBeUndoneItself() {
        var undo = ((PlanResult.Ready) UndoPlanner.of(applied, after.person(), after.tenant(), settings())).plan();
        var back = after.apply(undo);

        var redo = ((PlanResult.Ready) UndoPlanner.of(undo, back.person(), back.tenant(), settings())).plan();

        assertThat(redo.steps().stream().map(Step::name))
                .containsExactly(
                        StepName.EV_ON,
                        StepName.RESTORE_ECRP,
                        StepName.RESTORE_VRP,
                        StepName.RESTORE_SC,
                        StepName.VERIFY);
        assertThat(back.apply(redo)).isEqualTo(after);
    }

    @Test
    void theUndoOfAReleaseCanBeUndoneToo() {
        var it = ContosoCase.of("F07");
        var start = new Model(it.person(), it.tenant());
        var release = ((PlanResult.Ready)
                        Planner.enrol(start.person(), start.tenant(), settings(), named("SC-SEA"), true))
                .plan();
        var released = start.apply(release);
        var undo =
                ((PlanResult.Ready) UndoPlanner.of(release, released.person(), released.tenant(), settings())).plan();
        var back = released.apply(undo);

        var redo = ((PlanResult.Ready) UndoPlanner.of(undo, back.person(), back.tenant(), settings())).plan();

        assertThat(redo.steps().stream().map(Step::name))
                .containsExactly(StepName.RELEASE_NUMBER, StepName.EV_ON, StepName.VERIFY);
        assertThat(back.apply(redo).person()).isEqualTo(released.person());
    }

    @Test
    void theUndoOfAHalfAppliedReleaseLeavesVoiceAsItFoundIt() {
        var it = ContosoCase.of("F07");
        var start = new Model(it.person(), it.tenant());
        var release = ((PlanResult.Ready)
                        Planner.enrol(start.person(), start.tenant(), settings(), named("SC-SEA"), true))
                .plan();
        var half = start.apply(release.changes().subList(0, 1));
        var undo = ((PlanResult.Ready) UndoPlanner.of(release, half.person(), half.tenant(), settings())).plan();
        var back = half.apply(undo);

        var redo = ((PlanResult.Ready) UndoPlanner.of(undo, back.person(), back.tenant(), settings())).plan();

        assertThat(undo.risk().why()).contains(Explanation.of("plan.risk.number-assigned", "+14255550140"));
        assertThat(redo.steps().stream().map(Step::name)).containsExactly(StepName.RELEASE_NUMBER, StepName.VERIFY);
        assertThat(back.apply(redo).person()).isEqualTo(half.person());
    }

    @Test
    void releasesTheMainNumberAloneOfSomebodyWithSeveral() {
        var it = ContosoCase.of("F07");
        var several = PersonState.of(us("u").primary("+14255550140")
                        .line("+14255550180", Line.Category.ALTERNATE)
                        .build())
                .known()
                .orElseThrow();
        var number = PhoneNumber.of("+14255550140");

        var after = several.after(new Change.ReleaseNumber(it.person().id(), number, NumberType.CALLING_PLAN));

        assertThat(after.lines())
                .containsExactly(new PersonState.OwnNumber(PhoneNumber.of("+14255550180"), Line.Category.ALTERNATE));
        assertThat(after.voiceOn()).isFalse();
        assertThat(several.holds(number)).isTrue();
        assertThat(after.holds(number)).isFalse();
    }

    @Test
    void refusesWhenTheNumberHasGoneToSomebodyElse() {
        var it = ContosoCase.of("F07");
        var release =
                ((PlanResult.Ready) Planner.enrol(it.person(), it.tenant(), settings(), named("SC-SEA"), true)).plan();
        var released = new Model(it.person(), it.tenant()).apply(release);
        var taken = contoso()
                .number("+14255550140", number -> number.held(TelephoneNumber.NumberStatus.USER_ASSIGNED, "somebody"))
                .build();

        assertThat(differences(UndoPlanner.of(release, released.person(), taken, settings())))
                .containsExactly("plan.undo.gone.number [+14255550140]");
        assertThat(differences(UndoPlanner.of(
                        release,
                        released.person(),
                        contoso().withoutNumber("+14255550140").build(),
                        settings())))
                .containsExactly("plan.undo.gone.number [+14255550140]");
        assertThat(cannotUndo(UndoPlanner.of(
                                release,
                                released.person(),
                                contoso().unreadable("numbers").build(),
                                settings()))
                        .why())
                .isEqualTo(UndoObstacle.NOT_VERIFIED);
    }

    @Test
    void refusesWhenThePolicyBeforeIsGone() {
        var start = us("u").build();
        var move =
                ((PlanResult.Ready) Planner.enrol(start, contoso().build(), settings(), named("SC-TF2"), false)).plan();
        var moved = new Model(start, contoso().build()).apply(move);
        Tenant without = contoso().withoutPolicy(SHARED_CALLING, "SC-SEA").build();

        assertThat(differences(UndoPlanner.of(move, moved.person(), without, settings())))
                .containsExactly("plan.undo.gone.policy [SC-SEA, TeamsSharedCallingRoutingPolicy]");
        assertThat(cannotUndo(UndoPlanner.of(
                                move,
                                moved.person(),
                                contoso().unreadable(SHARED_CALLING).build(),
                                settings()))
                        .why())
                .isEqualTo(UndoObstacle.NOT_VERIFIED);
    }

    @Test
    void isNotSaidToBePossibleWhenThePersonCannotBeRead() {
        Person unreadable = newcomer().voiceUnreadable().build();
        Person noRouting =
                newcomer().policy(VOICE_ROUTING, Fact.missing("not read")).build();

        assertThat(cannotUndo(UndoPlanner.of(applied, unreadable, before.tenant(), settings()))
                        .why())
                .isEqualTo(UndoObstacle.NOT_VERIFIED);
        assertThat(cannotUndo(UndoPlanner.of(applied, noRouting, before.tenant(), settings()))
                        .why())
                .isEqualTo(UndoObstacle.NOT_VERIFIED);
    }

    @Test
    void refusesWhenTheNumberWasGivenBackSince() {
        var it = ContosoCase.of("F07");
        var start = new Model(it.person(), it.tenant())
                .apply(List.of(new Change.RevokePolicy(it.person().id(), SHARED_CALLING)));
        var release = ((PlanResult.Ready)
                        Planner.enrol(start.person(), start.tenant(), settings(), named("SC-SEA"), true))
                .plan();
        var given = start.apply(release)
                .apply(List.of(release.changes().stream()
                        .filter(Change.ReleaseNumber.class::isInstance)
                        .map(Change.ReleaseNumber.class::cast)
                        .<Change>map(gone -> new Change.AssignNumber(gone.person(), gone.number(), gone.type()))
                        .findFirst()
                        .orElseThrow()));

        assertThat(differences(UndoPlanner.of(release, given.person(), given.tenant(), settings())))
                .containsExactly("plan.undo.moved.number-held [+14255550140]");
    }

    @Test
    void doesNotMindVoiceThatThePlanDidNotTouch() {
        var start = new Model(us("u").build(), contoso().build());
        var move = ((PlanResult.Ready)
                        Planner.enrol(start.person(), start.tenant(), settings(), named("SC-TF2"), false))
                .plan();
        var off = start.apply(move)
                .apply(List.of(new Change.SwitchVoice(start.person().id(), false)));

        assertThat(UndoPlanner.of(move, off.person(), off.tenant(), settings())).isInstanceOf(PlanResult.Ready.class);
    }

    @Test
    void ofARemovalSwitchesVoiceOnFirst() {
        var start = new Model(us("u").build(), contoso().build());
        var removal = ((PlanResult.Ready) Planner.remove(start.person(), start.tenant(), settings())).plan();
        var out = start.apply(removal);

        var undo = ((PlanResult.Ready) UndoPlanner.of(removal, out.person(), out.tenant(), settings())).plan();

        assertThat(undo.steps().stream().map(Step::name))
                .containsExactly(StepName.EV_ON, StepName.RESTORE_SC, StepName.VERIFY);
        assertThat(undo.risk().level()).isEqualTo(Risk.RiskLevel.LOW);
    }

    @Test
    void namesEveryRiskOfTheWayBack() {
        var undo = ((PlanResult.Ready) UndoPlanner.of(applied, after.person(), after.tenant(), settings())).plan();

        assertThat(undo.risk().why().stream().map(UndoPlannerTest::text))
                .containsExactly(
                        "plan.risk.no-emergency-calls []",
                        "plan.risk.callbacks-removed [SC-SEA]",
                        "plan.risk.voice-off []",
                        "plan.risk.voice-routing [NoPSTN, V-US]",
                        "plan.risk.emergency-routing [E-US, Global]");
    }

    @Test
    void isOnlyForThePersonOfThePlan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UndoPlanner.of(applied, us("other").build(), before.tenant(), settings()));
    }

    private static PersonFixture newcomer() {
        return us("newcomer")
                .voice(false)
                .inherited(SHARED_CALLING)
                .direct(VOICE_ROUTING, "V-US")
                .inherited(EMERGENCY_CALL_ROUTING);
    }

    private Change grant(String policy) {
        return new Change.GrantPolicy(after.person().id(), SHARED_CALLING, named(policy));
    }

    private static List<String> differences(PlanResult outcome) {
        assertThat(cannotUndo(outcome).why()).isEqualTo(UndoObstacle.STATE_MOVED);
        return cannotUndo(outcome).details().stream().map(UndoPlannerTest::text).toList();
    }

    private static PlanResult.CannotUndo cannotUndo(PlanResult outcome) {
        assertThat(outcome).isInstanceOf(PlanResult.CannotUndo.class);
        return (PlanResult.CannotUndo) outcome;
    }

    private static String text(Explanation explanation) {
        return "%s %s".formatted(explanation.key(), explanation.arguments());
    }
}
