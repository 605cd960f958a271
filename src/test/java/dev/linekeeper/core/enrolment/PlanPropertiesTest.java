package dev.linekeeper.core.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.Cases;
import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Remedy;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.timing.Sampling;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of every plan, whoever it is for. */
class PlanPropertiesTest {
    private static final int PEOPLE = Sampling.of(200, 3_000);
    private static final Set<PolicyKind> CHANGED =
            Set.of(PolicyKind.SHARED_CALLING, PolicyKind.VOICE_ROUTING, PolicyKind.EMERGENCY_CALL_ROUTING);

    private final long seed = Long.getLong("linekeeper.seed", System.nanoTime());

    private interface Property {
        void holds(Model model, Plan plan, PolicyName target, boolean release);
    }

    @Test
    void anAppliedPlanMakesEveryAutomaticRulePass() {
        forEveryPlan((model, plan, target, release) -> {
            var after = model.apply(plan);
            var audit = Readiness.audit(after.person(), after.tenant(), ContosoFixture.settings());
            assertThat(audit.findings().stream()
                            .filter(finding -> finding.rule().remedy() instanceof Remedy.Automatic<?>)
                            .filter(finding -> finding.outcome() == Outcome.FAIL))
                    .isEmpty();
        });
    }

    @Test
    void anAppliedPlanChangesNothingElse() {
        forEveryPlan((model, plan, target, release) -> {
            var after = model.apply(plan);
            assertThat(after.person().entry()).isEqualTo(model.person().entry());
            for (var kind : PolicyKind.values()) {
                if (!CHANGED.contains(kind)) {
                    assertThat(after.person().policy(kind))
                            .isEqualTo(model.person().policy(kind));
                }
            }
            if (plan.steps().stream().noneMatch(step -> step.name() == StepName.RELEASE_NUMBER)) {
                assertThat(after.person().lines()).isEqualTo(model.person().lines());
                assertThat(after.tenant()).isEqualTo(model.tenant());
            }
            assertThat(release || after.person().lines().equals(model.person().lines()))
                    .isTrue();
        });
    }

    @Test
    void theOutlookOfAPlanIsWhatTheTenantSaysOnceItIsApplied() {
        forEveryPlan((model, plan, target, release) -> {
            var after = model.apply(plan);
            var audit = Readiness.audit(after.person(), after.tenant(), ContosoFixture.settings());
            assertThat(plan.outlook())
                    .contains(
                            CallerIdResolver.normal(audit).because(),
                            EmergencyVerdict.of(audit).headline(),
                            EmergencyCallerId.of(audit).because());
            var failing = audit.with(Outcome.FAIL).stream()
                    .map(finding -> finding.rule().id().value())
                    .toList();
            assertThat(plan.outlook().contains(Explanation.of("plan.outlook.failing", failing)))
                    .isEqualTo(!failing.isEmpty());
        });
    }

    @Test
    void aPlanAppliedTwiceIsAPlanAppliedOnce() {
        forEveryPlan((model, plan, target, release) -> {
            var once = model.apply(plan);
            assertThat(once.apply(plan)).isEqualTo(once);
            assertThat(Planner.enrol(once.person(), once.tenant(), ContosoFixture.settings(), target, release))
                    .isInstanceOf(PlanResult.NothingToDo.class);
        });
    }

    @Test
    void undoGivesTheStateBefore() {
        forEveryPlan((model, plan, target, release) -> {
            var after = model.apply(plan);
            var undo = UndoPlanner.of(plan, after.person(), after.tenant(), ContosoFixture.settings());
            assertThat(undo).isInstanceOf(PlanResult.Ready.class);
            assertThat(after.apply(((PlanResult.Ready) undo).plan()).person()).isEqualTo(model.person());
        });
    }

    @Test
    void undoGivesTheStateBeforeAfterAnyNumberOfSteps() {
        forEveryPlan((model, plan, target, release) -> {
            for (var done = 0; done <= plan.changes().size(); done++) {
                var half = model.apply(plan.changes().subList(0, done));
                var back = switch (UndoPlanner.of(plan, half.person(), half.tenant(), ContosoFixture.settings())) {
                    case PlanResult.Ready(var undo, _) -> half.apply(undo);
                    case PlanResult.NothingToDo _ -> half;
                    case PlanResult other -> throw new AssertionError(other);
                };
                assertThat(back.person()).isEqualTo(model.person());
            }
        });
    }

    @Test
    void stepsSayWhatIsThereAndSharedCallingComesLast() {
        forEveryPlan((model, plan, target, release) -> {
            assertThat(plan.steps().getLast().name()).isEqualTo(StepName.VERIFY);
            assertThat(plan.before())
                    .isEqualTo(PersonState.of(model.person()).known().orElseThrow());
            var places = plan.steps().stream()
                    .map(step -> Arrays.asList(
                                    StepName.RELEASE_NUMBER,
                                    StepName.EV_ON,
                                    StepName.GRANT_ECRP,
                                    StepName.GRANT_VRP,
                                    StepName.GRANT_SC,
                                    StepName.VERIFY)
                            .indexOf(step.name()))
                    .toList();
            assertThat(places).isSorted().doesNotContain(-1).doesNotHaveDuplicates();
        });
    }

    @Test
    void theFingerprintIsThePlansAlone() {
        forEveryPlan((model, plan, target, release) -> {
            var again = Planner.enrol(model.person(), model.tenant(), ContosoFixture.settings(), target, release);
            assertThat(((PlanResult.Ready) again).plan()).isEqualTo(plan);
            assertThat(plan.fingerprint()).matches("[0-9a-f]{64}");
            var after = model.apply(plan.changes().subList(0, 1));
            var rest = Planner.enrol(after.person(), after.tenant(), ContosoFixture.settings(), target, release);
            if (rest instanceof PlanResult.Ready(var shorter, _)) {
                assertThat(shorter.fingerprint()).isNotEqualTo(plan.fingerprint());
            }
        });
    }

    private void forEveryPlan(Property property) {
        var cases = new Cases(seed);
        var plans = 0;
        for (var number = 0; number < PEOPLE; number++) {
            var model = new Model(cases.person(number).build(), cases.tenant().build());
            var target = cases.target();
            var release = cases.flip();
            var outcome = Planner.enrol(model.person(), model.tenant(), ContosoFixture.settings(), target, release);
            if (outcome instanceof PlanResult.Ready(var plan, _)) {
                plans++;
                try {
                    property.holds(model, plan, target, release);
                } catch (AssertionError | RuntimeException broken) {
                    throw new AssertionError("seed %d, person %d: %s".formatted(seed, number, plan.steps()), broken);
                }
            }
        }
        assertThat(plans).as("plans among the people of seed %d", seed).isGreaterThan(20);
    }
}
