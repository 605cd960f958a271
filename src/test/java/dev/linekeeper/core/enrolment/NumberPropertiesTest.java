package dev.linekeeper.core.enrolment;

import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.uk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.Cases;
import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.NumberFixture;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo.UndoObstacle;
import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementMode;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.NumberCountries;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.timing.Sampling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whoever is given a number has it then, with nothing failing, and goes back to what was before by undo. */
class NumberPropertiesTest {
    private static final int PEOPLE = Sampling.of(400, 5_000);
    private static final List<TelephoneNumber> FREE = List.of(
            new NumberFixture("+442079460130")
                    .type(NumberType.OPERATOR_CONNECT)
                    .in("GB")
                    .at("LOC-LON")
                    .build(),
            new NumberFixture("+493023125130")
                    .type(NumberType.DIRECT_ROUTING)
                    .in("DE")
                    .at("LOC-BER")
                    .build(),
            new NumberFixture("+14255550131")
                    .type(NumberType.CALLING_PLAN)
                    .in("US")
                    .at("LOC-SEA")
                    .build());

    private final long seed = Long.getLong("linekeeper.seed", System.nanoTime());

    @Test
    void it_is_given_safely_again_and_again_and_taken_back() {
        var came = new HashMap<String, Integer>();
        var cases = new Cases(seed);
        for (int number = 0; number < PEOPLE; number++) {
            TenantFixture tenant = cases.tenant();
            FREE.forEach(tenant::number);
            PersonFixture person = cases.person(number);
            if (cases.flip()) {
                person.in("GB").direct(PolicyKind.EMERGENCY_CALL_ROUTING, "E-UK");
            }
            var now = new Model(person.build(), tenant.build());
            var wish = new GivenNumber(FREE.get(number % FREE.size()).number(), Optional.empty());
            try {
                PlanResult result = NumberPlanner.of(wish, now.person(), readiness(now));
                came.merge(result.getClass().getSimpleName(), 1, Integer::sum);
                check(result, wish, now);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed %d, person %d".formatted(seed, number), broken);
            }
        }
        assertThat(came.getOrDefault("Ready", 0))
                .as("plans among %s of seed %d", came, seed)
                .isGreaterThan(5);
        assertThat(came).containsKey("Blocked");
    }

    private static void check(PlanResult result, GivenNumber wish, Model now) {
        if (!(result instanceof PlanResult.Ready(var plan, _))) {
            return;
        }
        var after = now.apply(plan);
        assertThat(after.person().primaryNumber().known().orElseThrow()).contains(wish.number());
        assertThat(after.person().voiceOn().known()).contains(true);
        assertThat(PersonState.of(after.person()).known().orElseThrow().direct(PolicyKind.SHARED_CALLING))
                .isEmpty();
        assertThat(readiness(after)
                        .with(wish, after.person(), JudgementMode.AUDIT)
                        .with(Outcome.FAIL))
                .isEmpty();
        assertThat(NumberPlanner.of(wish, after.person(), readiness(after))).isInstanceOf(PlanResult.NothingToDo.class);
        assertThat(now.apply(plan).apply(plan).person()).isEqualTo(after.person());
        for (int done = 0; done <= plan.changes().size(); done++) {
            var half = now.apply(plan.changes().subList(0, done));
            assertThat(Resumption.of(plan, done, half.person(), half.tenant(), settings(), false, AcceptedGaps.NONE))
                    .as("after %d of %s", done, plan.changes())
                    .isInstanceOf(Resumption.SameRest.class);
        }
        var undo = (PlanResult.Ready) UndoPlanner.of(plan, after.person(), after.tenant(), settings());
        assertThat(after.apply(undo.plan()).person()).isEqualTo(now.person());
    }

    @Test
    void out_of_shared_calling_with_the_emergency_policy_before_the_number() {
        var plan = plan(uk("u").direct(PolicyKind.EMERGENCY_CALL_ROUTING, "E-UKU"), FREE.getFirst(), t -> t);

        assertThat(plan.stepNames())
                .containsExactly(StepName.REVOKE_SC, StepName.GRANT_ECRP, StepName.ASSIGN_NUMBER, StepName.VERIFY);
        assertThat(plan.givenNumber().orElseThrow().place())
                .map(place -> place.value())
                .hasValue("loc-lon");
    }

    /** The grant without usages hides a policy of a group that has routes. */
    @Test
    void with_direct_routing_the_routes_come_last() {
        var person = ContosoFixture.de("u")
                .policy(
                        PolicyKind.VOICE_ROUTING,
                        known(new Assignment.Direct(
                                named("NoPSTN"), known(new Assignment.ByGroup(named("V-DE"), new GroupId("Sales"))))));

        var plan = plan(person, FREE.get(1), t -> t);

        assertThat(plan.stepNames())
                .containsExactly(StepName.REVOKE_SC, StepName.ASSIGN_NUMBER, StepName.RESTORE_VRP, StepName.VERIFY);
        assertThat(plan.title("Adele").arguments()).contains("Adele", PhoneNumber.of("+493023125130"));
    }

    @Test
    void the_routes_of_the_settings_are_granted_where_they_name_some() {
        var free = FREE.get(1);
        var now = new Model(
                ContosoFixture.de("u").build(),
                ContosoFixture.contoso().number(free).build());
        var settings = new JudgementSettings(
                Optional.of(named("NoPSTN")),
                false,
                Map.of("directRouting/DE", named("E-DE")),
                Map.of(new Country("DE"), named("V-DE")),
                new NumberCountries(Map.of()));

        var plan = ((PlanResult.Ready)
                        NumberPlanner.of(wish(free), now.person(), new Readiness(now.tenant(), settings)))
                .plan();

        assertThat(plan.stepNames())
                .containsExactly(StepName.REVOKE_SC, StepName.ASSIGN_NUMBER, StepName.GRANT_VRP, StepName.VERIFY);
        assertThat(NumberPlanner.of(
                        wish(free),
                        now.person(),
                        new Readiness(
                                now.tenant(),
                                new JudgementSettings(
                                        Optional.empty(),
                                        false,
                                        Map.of(),
                                        Map.of(new Country("DE"), named("V-OLD")),
                                        new NumberCountries(Map.of())))))
                .isInstanceOf(PlanResult.Blocked.class);
    }

    @Test
    void whoever_got_it_meanwhile_is_the_reason_that_the_rest_stops() {
        var free = FREE.getFirst();
        var now =
                new Model(uk("u").build(), ContosoFixture.contoso().number(free).build());
        var plan = ((PlanResult.Ready) NumberPlanner.of(wish(free), now.person(), readiness(now))).plan();
        var half = now.apply(plan.changes().subList(0, 1));
        var taken = ContosoFixture.contoso()
                .number(new NumberFixture(free)
                        .held(TelephoneNumber.NumberStatus.USER_ASSIGNED, "someone")
                        .build())
                .build();

        assertThat(Resumption.of(plan, 1, half.person(), taken, settings(), false, AcceptedGaps.NONE))
                .isInstanceOf(Resumption.OtherRest.class);
        assertThat(Resumption.of(plan, 1, half.person(), half.tenant(), settings(), false, AcceptedGaps.NONE))
                .isInstanceOf(Resumption.SameRest.class);
    }

    @Test
    void an_undo_does_not_take_a_number_that_came_from_elsewhere() {
        var free = FREE.getFirst();
        var now =
                new Model(uk("u").build(), ContosoFixture.contoso().number(free).build());
        var plan = ((PlanResult.Ready) NumberPlanner.of(wish(free), now.person(), readiness(now))).plan();
        var other = now.apply(plan)
                .apply(List.of(
                        new Change.ReleaseNumber(now.person().id(), free.number(), NumberType.OPERATOR_CONNECT)));

        assertThat(UndoPlanner.of(plan, other.person(), other.tenant(), settings()))
                .isInstanceOfSatisfying(
                        CannotUndo.class, it -> assertThat(it.why()).isEqualTo(UndoObstacle.STATE_MOVED));
    }

    @Test
    void the_fingerprint_covers_number_and_place() {
        var free = FREE.getFirst();
        var other = new NumberFixture("+442079460131")
                .type(NumberType.OPERATOR_CONNECT)
                .in("GB")
                .at("LOC-LON")
                .build();
        var elsewhere = new NumberFixture(free).at("LOC-LON2").build();

        assertThat(plan(uk("u"), free, t -> t).fingerprint())
                .isEqualTo(plan(uk("u"), free, t -> t).fingerprint())
                .isNotEqualTo(plan(uk("u"), other, t -> t).fingerprint())
                .isNotEqualTo(plan(
                                uk("u"),
                                elsewhere,
                                t -> t.location(new EmergencyLocation(
                                        new LocationId("LOC-LON2"),
                                        "Annex",
                                        "5 Strand, London, GB",
                                        Optional.of(new Country("GB")),
                                        EmergencyLocation.Validation.VALIDATED)))
                        .fingerprint());
    }

    private static Plan plan(PersonFixture person, TelephoneNumber number, UnaryOperator<TenantFixture> change) {
        var now = new Model(
                person.build(),
                ContosoFixture.contoso().number(number).but(change).build());
        return ((PlanResult.Ready) NumberPlanner.of(wish(number), now.person(), readiness(now))).plan();
    }

    private static GivenNumber wish(TelephoneNumber number) {
        return new GivenNumber(number.number(), Optional.empty());
    }

    private static Readiness readiness(Model model) {
        return new Readiness(model.tenant(), settings());
    }
}
