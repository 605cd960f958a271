package dev.linekeeper.core.enrolment;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.de;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static dev.linekeeper.core.tenant.PolicyKind.VOICE_ROUTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The plans P1 to P8 of src/docs/shared-calling.md, step by step. */
class PlanCasesTest {

    @Test
    void p1_aPersonWithNothingGetsEverythingInTheSafeOrder() {
        var outcome = enrol(p1(), "SC-SEA", false);

        assertThat(outcome.report().overall()).isEqualTo(Overall.CAN_ENROL);
        assertThat(described(plan(outcome)))
                .containsExactly(
                        "EV_ON on: off -> on",
                        "GRANT_ECRP E-US: Global -> E-US",
                        "GRANT_VRP NoPSTN: Global -> NoPSTN",
                        "GRANT_SC SC-SEA: Global -> SC-SEA",
                        "VERIFY");
        assertThat(plan(outcome).purpose()).isEqualTo(Purpose.ENROL);
        assertThat(plan(outcome).risk().level()).isEqualTo(Risk.RiskLevel.MEDIUM);
    }

    @Test
    void p2_somebodyEnrolledAlreadyNeedsNothing() {
        var outcome = enrol(new Model(us("u").build(), contoso().build()), "SC-SEA", false);

        assertThat(outcome).isInstanceOf(PlanResult.NothingToDo.class);
        assertThat(outcome.report().overall()).isEqualTo(Overall.CAN_ENROL);
    }

    @Test
    void p3_anOwnNumberBlocksUntilItsReleaseIsAskedFor() {
        var outcome = enrol(owner(), "SC-SEA", false);

        assertThat(outcome).isInstanceOf(PlanResult.Blocked.class);
        assertThat(outcome.report().overall()).isEqualTo(Overall.BLOCKED);
    }

    @Test
    void p4_aReleasedNumberTakesVoiceWithItSoVoiceGoesOnAgain() {
        var outcome = enrol(owner(), "SC-SEA", true);

        assertThat(outcome.report().overall()).isEqualTo(Overall.CAN_ENROL_WITH_WARNINGS);
        assertThat(described(plan(outcome)))
                .containsExactly(
                        "RELEASE_NUMBER +14255550140: +14255550140 -> none",
                        "EV_ON on: off -> on",
                        "GRANT_SC SC-SEA: Global -> SC-SEA",
                        "VERIFY");
        assertThat(plan(outcome).risk().level()).isEqualTo(Risk.RiskLevel.HIGH);
        assertThat(reasons(plan(outcome))).containsExactly("plan.risk.number-released");
    }

    @Test
    void p5_emergencyRoutingOfTheWrongKindIsReplaced() {
        var person = de("d").inherited(SHARED_CALLING)
                .direct(EMERGENCY_CALL_ROUTING, "E-DE0")
                .build();

        var outcome = enrol(new Model(person, contoso().build()), "SC-BER", false);

        assertThat(outcome.report().overall()).isEqualTo(Overall.CAN_ENROL);
        assertThat(described(plan(outcome)))
                .containsExactly("GRANT_ECRP E-DE: E-DE0 -> E-DE", "GRANT_SC SC-BER: Global -> SC-BER", "VERIFY");
    }

    @Test
    void p6_withoutALicenceNobodyIsEnrolled() {
        var it = ContosoCase.of("F03");

        assertThat(enrol(new Model(it.person(), it.tenant()), "SC-SEA", false)).isInstanceOf(PlanResult.Blocked.class);
    }

    @Test
    void p7_aPolicyThatDoesNotWorkIsNotGranted() {
        var it = ContosoCase.of("F04");

        assertThat(enrol(new Model(it.person(), it.tenant()), "SC-NOLOC", false))
                .isInstanceOf(PlanResult.Blocked.class);
    }

    @Test
    void p8_undoGoesBackStepByStepAndWarnsOfEmergencyCalls() {
        var applied = plan(enrol(p1(), "SC-SEA", false));
        var model = p1().apply(applied);

        var undo = undone(UndoPlanner.of(applied, model.person(), model.tenant(), settings()));

        assertThat(described(undo))
                .containsExactly(
                        "REVOKE_SC none: SC-SEA -> Global",
                        "RESTORE_VRP none: NoPSTN -> Global",
                        "RESTORE_ECRP none: E-US -> Global",
                        "EV_OFF off: on -> off",
                        "VERIFY");
        assertThat(undo.purpose()).isEqualTo(Purpose.UNDO);
        assertThat(undo.risk().level()).isEqualTo(Risk.RiskLevel.HIGH);
        assertThat(reasons(undo)).contains("plan.risk.no-emergency-calls");
        assertThat(model.apply(undo)).isEqualTo(p1());
    }

    @Test
    void undoOfAReleaseGivesTheNumberBackAndVoiceWithIt() {
        var applied = plan(enrol(owner(), "SC-SEA", true));
        var model = owner().apply(applied);

        var undo = undone(UndoPlanner.of(applied, model.person(), model.tenant(), settings()));

        assertThat(described(undo))
                .containsExactly(
                        "REVOKE_SC none: SC-SEA -> Global",
                        "ASSIGN_NUMBER +14255550140: none -> +14255550140",
                        "VERIFY");
        assertThat(model.apply(undo).person()).isEqualTo(owner().person());
    }

    @Test
    void somebodyUnderAnotherPolicyIsMoved() {
        var outcome = enrol(new Model(us("u").build(), contoso().build()), "SC-SEA0", false);

        assertThat(plan(outcome).purpose()).isEqualTo(Purpose.MOVE);
        assertThat(described(plan(outcome))).containsExactly("GRANT_SC SC-SEA0: SC-SEA -> SC-SEA0", "VERIFY");
        assertThat(plan(outcome).risk().level()).isEqualTo(Risk.RiskLevel.HIGH);
        assertThat(reasons(plan(outcome))).containsExactly("plan.risk.callbacks-removed");
    }

    @Test
    void undoOfAMoveRestoresThePolicyBefore() {
        var start = new Model(us("u").build(), contoso().build());
        var applied = plan(enrol(start, "SC-SEA0", false));

        var undo = undone(UndoPlanner.of(applied, start.apply(applied).person(), start.tenant(), settings()));

        assertThat(described(undo)).containsExactly("RESTORE_SC SC-SEA: SC-SEA0 -> SC-SEA", "VERIFY");
        assertThat(undo.policy()).contains(named("SC-SEA"));
    }

    @Test
    void removingSomebodySwitchesVoiceOffWhenNothingTakesOver() {
        var outcome = Planner.remove(us("u").build(), contoso().build(), settings());

        assertThat(described(plan(outcome)))
                .containsExactly("REVOKE_SC none: SC-SEA -> Global", "EV_OFF off: on -> off", "VERIFY");
        assertThat(plan(outcome).policy()).contains(named("SC-SEA"));
        assertThat(reasons(plan(outcome)))
                .containsExactly("plan.risk.no-emergency-calls", "plan.risk.callbacks-removed", "plan.risk.voice-off");
    }

    @Test
    void removingSomebodyAGroupEnrolsTooSaysThatTheGroupTakesOver() {
        var it = ContosoCase.of("F38");

        var outcome = Planner.remove(it.person(), it.tenant(), it.settings());

        assertThat(described(plan(outcome))).containsExactly("REVOKE_SC none: SC-SEA -> SC-LON", "VERIFY");
        assertThat(reasons(plan(outcome))).contains("plan.risk.takes-over.group");
    }

    @Test
    void removingSomebodyGlobalCapturesSaysThatGlobalTakesOver() {
        var account = contoso()
                .build()
                .sharedCalling(named("SC-LON"))
                .known()
                .orElseThrow()
                .orElseThrow();
        var tenant = contoso()
                .policy(new Policy.SharedCalling(PolicyName.GLOBAL, account.resourceAccount(), List.of(), ""))
                .build();

        var outcome = Planner.remove(us("u").build(), tenant, settings());

        assertThat(described(plan(outcome))).containsExactly("REVOKE_SC none: SC-SEA -> Global", "VERIFY");
        assertThat(reasons(plan(outcome))).contains("plan.risk.takes-over.global");
    }

    @Test
    void somebodyEnrolledByAGroupAloneIsSwitchedOff() {
        var it = ContosoCase.of("F39");

        assertThat(described(plan(Planner.remove(it.person(), it.tenant(), it.settings()))))
                .containsExactly("EV_OFF off: on -> off", "VERIFY");
    }

    @Test
    void removingSomebodyWhoKeepsAnOwnNumberLeavesVoiceOn() {
        var it = ContosoCase.of("F07");

        assertThat(described(plan(Planner.remove(it.person(), it.tenant(), it.settings()))))
                .containsExactly("REVOKE_SC none: SC-SEA -> Global", "VERIFY");
    }

    @Test
    void nobodyIsRemovedTwice() {
        var it = ContosoCase.of("F04");

        assertThat(Planner.remove(it.person(), it.tenant(), it.settings())).isInstanceOf(PlanResult.NothingToDo.class);
    }

    @Test
    void whatCannotBeReadIsNotPlanned() {
        var person = us("u").voiceUnreadable().build();

        assertThat(enrol(new Model(person, contoso().build()), "SC-SEA", false))
                .isInstanceOf(PlanResult.NotVerified.class);
        assertThat(Planner.remove(person, contoso().build(), settings())).isInstanceOf(PlanResult.NotVerified.class);
        assertThat(Planner.remove(
                        us("u").build(), contoso().unreadable(SHARED_CALLING).build(), settings()))
                .isInstanceOf(PlanResult.NotVerified.class);
    }

    @Test
    void theOutlookNamesTheRulesThatStillWarn() {
        assertThat(plan(enrol(owner(), "SC-SEA", true)).outlook().getFirst())
                .isEqualTo(Explanation.of("plan.outlook.warnings", List.of("USR-11")));
    }

    private static Model p1() {
        var person = us("p1").voice(false)
                .inherited(SHARED_CALLING)
                .inherited(VOICE_ROUTING)
                .inherited(EMERGENCY_CALL_ROUTING)
                .build();
        return new Model(
                person,
                contoso()
                        .policy(new Policy.VoiceRouting(PolicyName.GLOBAL, List.of("US-All")))
                        .build());
    }

    private static Model owner() {
        var it = ContosoCase.of("F07");
        var model = new Model(it.person(), it.tenant());
        return model.apply(List.of(new Change.RevokePolicy(it.person().id(), SHARED_CALLING)));
    }

    private static PlanResult.WithReport enrol(Model model, String policy, boolean release) {
        return Planner.enrol(model.person(), model.tenant(), settings(), named(policy), release);
    }

    /** No plan of a person changes an account, a number's place or a policy. */
    private static Plan plan(PlanResult outcome) {
        assertThat(outcome).isInstanceOf(PlanResult.Ready.class);
        var plan = ((PlanResult.Ready) outcome).plan();
        assertThat(plan.steps()).allSatisfy(step -> {
            assertThat(step.policyChange()).isEmpty();
            assertThat(step.fix()).isEmpty();
        });
        return plan;
    }

    private static Plan undone(PlanResult outcome) {
        assertThat(outcome).isInstanceOf(PlanResult.Ready.class);
        return ((PlanResult.Ready) outcome).plan();
    }

    private static List<String> reasons(Plan plan) {
        return plan.risk().why().stream().map(Explanation::key).toList();
    }

    private static List<String> described(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.name() == StepName.VERIFY
                        ? "VERIFY"
                        : "%s %s: %s -> %s".formatted(step.name(), step.target(), step.before(), step.after()))
                .toList();
    }
}
