package dev.linekeeper.core.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.Cases;
import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.history.Licence;
import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.history.RestoreTargets;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.timing.Sampling;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every restore, whatever a person's settings were and whatever became of them since. */
class RestorePropertiesTest {
    private static final int PEOPLE = Sampling.of(400, 5_000);
    private static final Instant THEN = Instant.parse("2026-11-20T02:00:00Z");

    private final long seed = Long.getLong("linekeeper.seed", System.nanoTime());

    @Test
    void it_leads_to_the_settings_of_then_or_says_exactly_what_it_leaves() {
        var came = new HashMap<String, Integer>();
        var cases = new Cases(seed);
        for (int number = 0; number < PEOPLE; number++) {
            var tenant = cases.tenant().build();
            Person then = cases.person(number).build();
            PersonFixture changed = cases.person(number);
            if (cases.flip()) {
                changed.plans(ContosoFixture.known(List.of()));
            }
            var now = free(new Model(changed.build(), tenant), then);
            try {
                var target = RestoreTargets.of(SettingsVersion.first(then.id(), settings(then), THEN), now.person());
                PlanResult result =
                        RestorePlanner.of(target, now.person(), new Readiness(now.tenant(), ContosoFixture.settings()));
                came.merge(result.getClass().getSimpleName(), 1, Integer::sum);
                check(result, then, now, target.remarks());
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed %d, person %d".formatted(seed, number), broken);
            }
        }
        assertThat(came.getOrDefault("Ready", 0))
                .as("plans among %s of seed %d", came, seed)
                .isGreaterThan(10);
        assertThat(came).containsKeys("Blocked", "CannotUndo");
    }

    /** The own number of then is free, where it is still there. */
    private static Model free(Model now, Person then) {
        var held = now.person().lines().known().orElseThrow();
        var release = then.lines().known().orElseThrow().stream()
                .filter(line -> line.category() == Line.Category.PRIMARY)
                .filter(line -> held.stream().noneMatch(mine -> mine.number().equals(line.number())))
                .map(Line::number)
                .findFirst();
        return release.map(now::freed).orElse(now);
    }

    private static void check(PlanResult result, Person then, Model now, List<Explanation> remarks) {
        switch (result) {
            case PlanResult.Ready(var plan, _) -> {
                assertThat(plan.purpose()).isEqualTo(Purpose.RESTORE);
                var after = now.apply(plan);
                leadsTo(then, after.person(), plan.outlook());
                isSafe(plan, after);
                var again = RestorePlanner.again(
                        plan, now.person(), new Readiness(now.tenant(), ContosoFixture.settings()));
                assertThat(((PlanResult.Ready) again).plan()).isEqualTo(plan);
                for (int done = 0; done <= plan.changes().size(); done++) {
                    var half = now.apply(plan.changes().subList(0, done));
                    assertThat(Resumption.of(
                                    plan,
                                    done,
                                    half.person(),
                                    half.tenant(),
                                    ContosoFixture.settings(),
                                    false,
                                    AcceptedGaps.NONE))
                            .as("after %d of %s", done, plan.changes())
                            .isInstanceOf(Resumption.SameRest.class);
                }
                var undo = (PlanResult.Ready)
                        UndoPlanner.of(plan, after.person(), after.tenant(), ContosoFixture.settings());
                assertThat(after.apply(undo.plan()).person()).isEqualTo(now.person());
            }
            // Somebody may have granted directly what a group granted then, as a restore would.
            case PlanResult.NothingToDo _ -> leadsTo(then, now.person(), remarks);
            case PlanResult.OfPolicy it -> throw new AssertionError("A person is no policy: %s".formatted(it));
            case PlanResult.CannotUndo(_, var details) ->
                assertThat(details).isNotEmpty();
            case PlanResult.Blocked(var report) ->
                assertThat(report.with(Outcome.FAIL)).isNotEmpty();
            case PlanResult.NotVerified(var report, _) ->
                assertThat(report.with(Outcome.UNKNOWN)).isNotEmpty();
            case PlanResult.UnknownPerson _, PlanResult.NoAnswer _ -> throw new AssertionError(result);
        }
    }

    private static void leadsTo(Person then, Person after, List<Explanation> said) {
        var was = settings(then);
        var is = settings(after);
        assertThat(is.voiceOn()).isEqualTo(was.voiceOn());
        for (var kind : PolicyKind.values()) {
            assertThat(is.policies().get(kind).equals(was.policies().get(kind)) || mentions(said, kind))
                    .as(
                            "%s was %s, is %s: %s",
                            kind, was.policies().get(kind), is.policies().get(kind), said)
                    .isTrue();
        }
        assertThat(primary(after)).isEqualTo(primary(then));
        assertThat(said.contains(Explanation.of("plan.restore.left.other-numbers")))
                .isEqualTo(!said.isEmpty() && !others(after).equals(others(then)));
        for (var licence : Licence.values()) {
            boolean gone = was.licences().get(licence) && !is.licences().get(licence);
            assertThat(said.contains(Explanation.of("plan.restore.left.licence." + licence)))
                    .isEqualTo(gone && !said.isEmpty());
        }
        assertThat(said.stream().anyMatch(line -> line.key().equals("plan.restore.left.usage")))
                .isEqualTo(!said.isEmpty() && !is.usageLocation().equals(was.usageLocation()));
    }

    private static boolean mentions(List<Explanation> said, PolicyKind kind) {
        return said.stream()
                .filter(line -> line.key().startsWith("plan.restore."))
                .anyMatch(line -> line.arguments().contains(Explanation.of("policy-kind." + kind)));
    }

    /** Into Shared Calling the rules hold, and emergency settings are there before the grant. */
    private static void isSafe(Plan plan, Model after) {
        var kinds = plan.changes().stream()
                .flatMap(change -> change instanceof Change.PolicyChange it
                        ? Optional.of(it.kind()).stream()
                        : Stream.<PolicyKind>empty())
                .toList();
        if (plan.policy().isPresent()) {
            assertThat(
                            Readiness.audit(after.person(), after.tenant(), ContosoFixture.settings())
                                    .with(Outcome.FAIL)
                                    .stream()
                                    .filter(finding -> finding.rule().mayFail()))
                    .isEmpty();
            if (kinds.contains(PolicyKind.SHARED_CALLING)) {
                assertThat(kinds.getLast()).isEqualTo(PolicyKind.SHARED_CALLING);
            }
        } else if (RemovalPlanner.calledUnder(plan.before(), after.tenant()).isPresent()) {
            assertThat(kinds.getFirst()).isEqualTo(PolicyKind.SHARED_CALLING);
        }
        assertThat(plan.steps().getLast().name()).isEqualTo(StepName.VERIFY);
    }

    private static PersonSettings settings(Person person) {
        return PersonSettings.of(person.entry())
                .with(
                        person.voice().known().orElseThrow(),
                        ContosoFixture.contoso().build());
    }

    private static Object primary(Person person) {
        return person.primaryNumber().known().orElseThrow();
    }

    private static Object others(Person person) {
        return person.lines().known().orElseThrow().stream()
                .filter(line -> line.category() != Line.Category.PRIMARY)
                .map(Line::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
