package dev.linekeeper.service.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.people.AtOnce;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SharedCallingEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A policy that somebody else writes at the same time, a process that dies in the middle, and modes in which nothing is written. */
class PolicyRequestsTest {
    private static final PolicyName LONDON = new PolicyName("London");
    private static final PhoneNumber MORE = PhoneNumber.of("+442079460130");
    private static final PolicyWish ADD =
            new PolicyWish.ChangedPolicy(LONDON, List.of(MORE), List.of(), Optional.empty(), Optional.empty());

    private final House.MovingClock clock = new House.MovingClock();
    private final SimulatedTenant model = Fabrikam.demo(clock);
    private final DisturbedPolicies writing =
            new DisturbedPolicies(model.ports().sharedCallingPolicies());
    private final House house = new House(
            OpenedStore.inMemory("policies-" + UUID.randomUUID(), clock),
            model,
            writing.in(model.ports()),
            clock,
            Sample.POLICY,
            new House.Fuse());

    @AfterEach
    void close() {
        house.close();
    }

    private SubmissionResult submit(PolicyWish wish) {
        return house.requests.asking().submit(new ChangeRequest(House.ANA_ADMIN, new Intent.EditPolicy(wish), ""));
    }

    private RequestId approved(PolicyWish wish) {
        RequestId id = ((SubmissionResult.Sent) submit(wish)).request().id();
        house.yes(House.LEE_APPROVER, id);
        house.yes(House.PRIYA_APPROVER, id);
        return id;
    }

    private SharedCalling now() {
        return model.ports()
                .reader(clock, Duration.ZERO)
                .freshTenant()
                .tenant()
                .sharedCalling(LONDON)
                .known()
                .flatMap(found -> found)
                .orElseThrow();
    }

    private void somebodyElseDescribesIt() {
        var before = now();
        model.change(edit -> new SharedCallingEdit(edit)
                .put(new SharedCalling(LONDON, before.resourceAccount(), before.emergencyNumbers(), "theirs")));
    }

    @Test
    void what_somebody_else_has_changed_since_it_was_approved_is_left_as_they_left_it() {
        RequestId id = approved(ADD);
        somebodyElseDescribesIt();
        var theirs = now();

        assertThat(house.applied(id)).isInstanceOf(Request.Overtaken.class);

        assertThat(now()).isEqualTo(theirs);
        assertThat(writing.writes).isZero();
    }

    @Test
    void what_somebody_else_writes_in_that_very_moment_is_not_lost() {
        RequestId id = approved(ADD);
        writing.before(this::somebodyElseDescribesIt);

        assertThat(house.applied(id))
                .isInstanceOfSatisfying(
                        Request.PartlyApplied.class,
                        stopped -> assertThat(stopped.stop().why()).isEqualTo(StopReason.STATE_MOVED));

        assertThat(now().description()).isEqualTo("theirs");
        assertThat(now().emergencyNumbers()).doesNotContain(MORE);
    }

    @Test
    void a_process_that_dies_between_writing_and_reading_back_does_not_write_again() {
        RequestId id = approved(ADD);
        writing.after(() -> {
            throw new AssertionError("the power went");
        });
        assertThatThrownBy(() -> house.requests.applying().run(id)).hasMessage("the power went");
        writing.after(() -> {});

        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);

        assertThat(writing.writes).isEqualTo(1);
        assertThat(now().emergencyNumbers()).contains(MORE);
    }

    @Test
    void a_service_that_answers_late_is_asked_again_and_written_once() {
        RequestId id = approved(ADD);
        writing.after(() -> {
            writing.after(() -> {});
            throw DisturbedPolicies.timeOut();
        });

        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);

        assertThat(writing.writes).isEqualTo(1);
    }

    @Test
    void nothing_is_asked_for_while_nothing_may_be_changed() {
        house.mode = OperatingMode.READ_ONLY;

        assertThat(submit(ADD)).isInstanceOf(SubmissionResult.ReadOnly.class);
    }

    @Test
    void a_dry_run_is_approved_and_writes_nothing() {
        house.mode = OperatingMode.DRY_RUN;
        var before = now();

        assertThat(house.applied(approved(ADD))).isInstanceOf(Request.Completed.class);

        assertThat(now()).isEqualTo(before);
        assertThat(writing.writes).isZero();
    }

    @Test
    void callback_numbers_that_go_take_two_who_approve() {
        var drop = new PolicyWish.ChangedPolicy(
                new PolicyName("Seattle"),
                List.of(),
                List.of(PhoneNumber.of("+14255550172")),
                Optional.empty(),
                Optional.empty());

        var terms = ((SubmissionResult.Sent) submit(drop)).request().terms();

        assertThat(terms.plan().risk().high()).isTrue();
        assertThat(terms.quorum()).isEqualTo(2);
    }

    @Test
    void the_trail_names_the_policy_and_no_person() {
        RequestId id = approved(ADD);
        house.applied(id);

        assertThat(house.kept.trail().of(id))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.entry().person()).isEmpty());
        assertThat(house.kept.trail().of(id).getFirst().entry().details()).containsEntry("policy", "London");
    }

    @Test
    void what_is_so_already_is_not_asked_for() {
        var same = new PolicyWish.ChangedPolicy(LONDON, List.of(), List.of(), Optional.empty(), Optional.of(""));

        assertThat(House.planned(submit(same)))
                .isInstanceOfSatisfying(
                        PlanResult.PolicyRefused.class,
                        refused -> assertThat(refused.why())
                                .isEqualTo(PlanResult.PolicyRefused.PolicyObstacle.NOTHING_TO_DO));
        var global = new PolicyWish.NoPolicy(PolicyName.GLOBAL);
        assertThat(House.planned(submit(global)))
                .isInstanceOfSatisfying(
                        PlanResult.PolicyRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(PlanResult.PolicyRefused.PolicyObstacle.GLOBAL));
    }

    @Test
    void of_two_who_ask_for_one_policy_at_once_the_second_is_told_of_the_first() throws Exception {
        var answers = AtOnce.of(2, _ -> submit(ADD));

        var first = house.kept.requests().latest(5).getFirst();
        assertThat(house.kept.requests().latest(5)).hasSize(1);
        assertThat(answers)
                .containsExactlyInAnyOrder(
                        new SubmissionResult.Sent((Request.Pending) first),
                        new SubmissionResult.PersonHasOpenRequest(first, false));
    }
}
