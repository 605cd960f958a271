package dev.linekeeper.core.enrolment;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus.USER_ASSIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.NumberFixture;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line.Category;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One of somebody's numbers goes, the others stay, and it comes back as what it was. */
class NumberReleaseTest {
    private static final PhoneNumber MAIN = PhoneNumber.of("+14255550140");
    private static final PhoneNumber FURTHER = PhoneNumber.of("+14255550180");

    private final PersonFixture withTwo = us("u").inherited(SHARED_CALLING).primary(MAIN.toString());

    private static Tenant tenant(UnaryOperator<NumberFixture> further) {
        return contoso()
                .number(new NumberFixture(MAIN.toString())
                        .held(USER_ASSIGNED, "u")
                        .build())
                .number(further.apply(new NumberFixture(FURTHER.toString())
                                .type(NumberType.OPERATOR_CONNECT)
                                .held(USER_ASSIGNED, "u"))
                        .build())
                .build();
    }

    private static PlanResult release(PhoneNumber number, PersonFixture person, Tenant tenant) {
        return NumberPlanner.release(number, person.build(), new Readiness(tenant, settings()), AcceptedGaps.NONE);
    }

    private static Plan plan(PhoneNumber number, PersonFixture person) {
        return ((PlanResult.Ready) release(number, person, tenant(it -> it))).plan();
    }

    private static List<String> reasons(Plan plan) {
        return plan.risk().why().stream().map(Explanation::key).toList();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PRIMARY")
    void a_further_line_goes_alone_with_voice_on_and_comes_back_as_what_it_was(Category category) {
        var person = withTwo.line(FURTHER.toString(), category);
        var plan = plan(FURTHER, person);

        assertThat(plan.purpose()).isEqualTo(Purpose.RELEASE);
        assertThat(plan.stepNames()).containsExactly(StepName.RELEASE_NUMBER, StepName.EV_ON, StepName.VERIFY);
        assertThat(plan.steps().get(1).before()).isEqualTo(Step.UNKNOWN);
        assertThat(reasons(plan))
                .contains("plan.risk.line-released." + category)
                .doesNotContain("plan.risk.line-alone");
        assertThat(plan.title("Ursula")).isEqualTo(Explanation.of("plan.title.RELEASE", "Ursula", FURTHER));

        var before = new Model(person.build(), tenant(it -> it));
        var after = before.apply(plan);
        assertThat(PersonState.of(after.person()).known().orElseThrow().lines())
                .containsExactly(new PersonState.OwnNumber(MAIN, Category.PRIMARY));
        var undo = ((PlanResult.Ready) UndoPlanner.of(plan, after.person(), after.tenant(), settings())).plan();
        assertThat(undo.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.AssignNumber.class,
                        it -> assertThat(it.category()).isEqualTo(category));
        assertThat(reasons(undo)).contains("plan.risk.line-assigned." + category);
        assertThat(PersonState.of(after.apply(undo).person())
                        .known()
                        .orElseThrow()
                        .as(FURTHER))
                .contains(category);
    }

    @Test
    void what_came_back_as_another_line_is_no_undo_that_was_done() {
        var person = withTwo.line(FURTHER.toString(), Category.ALTERNATE);
        var plan = plan(FURTHER, person);
        var after = new Model(person.build(), tenant(it -> it)).apply(plan);
        var undo = ((PlanResult.Ready) UndoPlanner.of(plan, after.person(), after.tenant(), settings())).plan();
        var give = undo.changes().getFirst();

        for (var came : Category.values()) {
            var now = new PersonState(
                    true,
                    List.of(new PersonState.OwnNumber(FURTHER, came)),
                    plan.before().policies());
            assertThat(StepState.of(undo, give, now).progress())
                    .isEqualTo(came == Category.ALTERNATE ? StepState.Progress.DONE : StepState.Progress.MOVED);
        }
    }

    @Test
    void a_main_number_beside_others_says_what_nobody_knows_and_keeps_voice() {
        var plan = plan(MAIN, withTwo.line(FURTHER.toString(), Category.ALTERNATE));

        assertThat(plan.stepNames()).containsExactly(StepName.RELEASE_NUMBER, StepName.EV_ON, StepName.VERIFY);
        assertThat(reasons(plan)).contains("plan.risk.lines-beside");
        assertThat(reasons(plan(MAIN, us("u").inherited(SHARED_CALLING).primary(MAIN.toString()))))
                .doesNotContain("plan.risk.lines-beside");
    }

    @Test
    void a_line_without_a_main_number_may_not_come_back() {
        assertThat(reasons(plan(FURTHER, us("u").line(FURTHER.toString(), Category.ALTERNATE))))
                .contains("plan.risk.line-alone", "plan.risk.line-policy-unread");
    }

    @Test
    void of_a_type_without_a_licence_an_undo_would_not_get_it_back() {
        var person = withTwo.line(FURTHER.toString(), Category.ALTERNATE);
        var paid = release(FURTHER, person, tenant(it -> it.type(NumberType.CALLING_PLAN)));

        assertThat(((PlanResult.Ready) paid).plan().remarks())
                .singleElement()
                .satisfies(it -> assertThat(it.key()).isEqualTo("plan.restore.unlicensed"));
        assertThat(plan(FURTHER, person).remarks()).isEmpty();
    }

    @Test
    void one_of_the_local_directory_is_somebody_elses_to_clear() {
        var person = withTwo.line(FURTHER.toString(), Category.ALTERNATE);
        var refused = release(FURTHER, person, tenant(it -> it.source(TelephoneNumber.NumberSource.ON_PREMISES)));

        assertThat(((PlanResult.PolicyRefused) refused).why()).isEqualTo(PolicyObstacle.NOT_OURS);
        assertThat(release(PhoneNumber.of("+14255550199"), person, tenant(it -> it)))
                .isInstanceOf(PlanResult.NothingToDo.class);
    }
}
