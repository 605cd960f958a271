package dev.linekeeper.service.fixes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult.OfPolicy;
import dev.linekeeper.core.enrolment.PlanResult.PolicyReady;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.fixes.FixPlanner;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.AttendantOfAccount;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import dev.linekeeper.core.tenant.groundwork.PlaceOfNumber;
import dev.linekeeper.core.tenant.groundwork.SignInOfAccount;
import dev.linekeeper.core.tenant.groundwork.SignInOfAccount.SignInState;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.simulator.state.AccountEdit;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that dies in the middle, a service that answers late, modes in which nothing is written, and what was not read. */
class FixRequestsTest {
    private static final PhoneNumber RENO = PhoneNumber.of("+14255550110");
    private static final PhoneNumber FREE = PhoneNumber.of("+14255550115");
    private static final LocationId SEATTLE = new LocationId("fe771441-2e85-5274-9125-4e765e1d220b");

    private final House.MovingClock clock = new House.MovingClock();
    private final SimulatedTenant model = Fabrikam.demo(clock);
    private final DisturbedApplications writing =
            new DisturbedApplications(model.ports().voiceApplications());
    private final House house = new House(
            OpenedStore.inMemory("fixes-" + UUID.randomUUID(), clock),
            model,
            writing.in(model.ports()),
            clock,
            Sample.POLICY,
            new House.Fuse());

    @AfterEach
    void close() {
        house.close();
    }

    private Tenant tenant() {
        return model.ports().reader(clock, Duration.ZERO).freshTenant().tenant();
    }

    private ResourceAccount account(String name) {
        return tenant().resourceAccounts().known().orElseThrow().values().stream()
                .filter(account -> account.displayName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Fix<?> answered() {
        var annex = account("Seattle annex");
        return new AttendantOfAccount(
                annex.id(),
                annex.userPrincipalName(),
                Optional.empty(),
                tenant().autoAttendants()
                        .known()
                        .map(all -> all.read().getFirst().id()));
    }

    private Fix<?> placed() {
        return new PlaceOfNumber(account("Reno main line").id(), RENO, Optional.empty(), Optional.of(SEATTLE));
    }

    /** With the number of the annex, which is free then. */
    private Fix<?> numbered(PhoneNumber number) {
        model.change(edit -> new NumberEdit(edit).release(number, NumberType.CALLING_PLAN));
        var denver = account("Denver main line");
        return new NumberOfAccount(
                denver.id(),
                denver.userPrincipalName(),
                NumberType.CALLING_PLAN,
                Optional.empty(),
                Optional.empty(),
                Optional.of(number));
    }

    private SubmissionResult submit(Fix<?> fix) {
        return house.requests.asking().submit(new ChangeRequest(House.ANA_ADMIN, new Intent.PutRight(fix), ""));
    }

    private RequestId approved(Fix<?> fix) {
        RequestId id = ((SubmissionResult.Sent) submit(fix)).request().id();
        house.yes(House.LEE_APPROVER, id);
        house.yes(House.PRIYA_APPROVER, id);
        return id;
    }

    private boolean isAnswered() {
        return account("Seattle annex")
                .associations()
                .known()
                .filter(all -> !all.isEmpty())
                .isPresent();
    }

    private static OfPolicy planned(Fix<?> fix, Tenant tenant) {
        var settings = new JudgementSettings(Optional.empty(), false, Map.of());
        return new FixPlanner(tenant, settings, _ -> {}, _ -> Optional.empty(), _ -> Optional.empty()).plan(fix);
    }

    private static PolicyObstacle obstacle(OfPolicy result) {
        return ((PolicyRefused) result).why();
    }

    @Test
    void a_process_that_dies_between_writing_and_reading_back_does_not_write_again() {
        RequestId id = approved(answered());
        writing.after = () -> {
            throw new AssertionError("the power went");
        };
        assertThatThrownBy(() -> house.requests.applying().run(id)).hasMessage("the power went");
        writing.after = () -> {};

        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);

        assertThat(writing.writes).isEqualTo(1);
        assertThat(isAnswered()).isTrue();
    }

    @Test
    void a_number_is_given_once_although_its_licence_is_late_and_the_power_goes() {
        RequestId id = approved(numbered(FREE));
        writing.before = () -> {
            writing.before = () -> {};
            throw new BackendFailure(FailureKind.TRANSIENT, "ra-denver lacks appropriate licenses");
        };
        writing.after = () -> {
            throw new AssertionError("the power went");
        };
        assertThatThrownBy(() -> house.applied(id)).hasMessage("the power went");
        writing.after = () -> {};

        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);

        assertThat(writing.writes).isEqualTo(1);
        assertThat(account("Denver main line").number().known().orElseThrow()).contains(FREE);
    }

    @Test
    void a_number_that_somebody_took_since_it_was_approved_is_not_taken_from_them() {
        RequestId id = approved(numbered(FREE));
        var annex = account("Seattle annex").id();
        model.change(edit -> new NumberEdit(edit).assign(FREE, NumberType.CALLING_PLAN, annex, Optional.empty()));

        assertThat(house.applied(id)).isInstanceOf(Request.Overtaken.class);

        assertThat(writing.writes).isZero();
        assertThat(account("Seattle annex").number().known().orElseThrow()).contains(FREE);
    }

    @Test
    void an_account_is_made_once_although_the_power_goes_and_is_not_taken_away() {
        var made = new NewAccount(
                "ra-leeds@contoso.example",
                "Leeds main line",
                Optional.empty(),
                Optional.of(Application.AUTO_ATTENDANT));
        RequestId id = approved(made);
        writing.after = () -> {
            throw new AssertionError("the power went");
        };
        assertThatThrownBy(() -> house.applied(id)).hasMessage("the power went");
        writing.after = () -> {};

        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);

        assertThat(writing.writes).isEqualTo(1);
        assertThat(account("Leeds main line").signInEnabled().known()).contains(false);
        var undo = house.requests.asking().submit(new ChangeRequest(House.ANA_ADMIN, new Intent.UndoOf(id), ""));
        assertThat(undo)
                .isInstanceOfSatisfying(
                        SubmissionResult.OnlyPlanned.class,
                        it -> assertThat(obstacle((OfPolicy) it.result())).isEqualTo(PolicyObstacle.NOT_OURS));
        assertThat(obstacle(planned(made, tenant()))).isEqualTo(PolicyObstacle.NOTHING_TO_DO);
    }

    @Test
    void a_service_that_answers_late_is_asked_again_and_written_once() {
        RequestId id = approved(answered());
        writing.after = () -> {
            writing.after = () -> {};
            throw new BackendFailure(FailureKind.TRANSIENT, "The service did not answer in time");
        };

        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);

        assertThat(writing.writes).isEqualTo(1);
    }

    @Test
    void a_service_that_refuses_what_the_token_promised_is_named_and_nothing_is_changed() {
        model.change(edit -> new AccountEdit(edit).grant(Set.of("User.ReadWrite.All")));
        var annex = account("Seattle annex");
        model.change(edit -> new AccountEdit(edit).setSignIn(annex.id(), true));
        RequestId id = approved(new SignInOfAccount(
                annex.id(), annex.userPrincipalName(), Optional.empty(), Optional.of(SignInState.BLOCKED)));
        writing.before = () -> model.change(edit -> new AccountEdit(edit).grant(Set.of()));

        var stopped = (Request.PartlyApplied) house.applied(id);

        assertThat(stopped.toString()).contains("REFUSED", "Insufficient privileges to complete the operation");
        assertThat(writing.writes).isZero();
        assertThat(account("Seattle annex").signInEnabled().known()).contains(true);
    }

    @Test
    void nothing_is_asked_for_while_nothing_may_be_changed() {
        house.mode = OperatingMode.READ_ONLY;

        assertThat(submit(answered())).isInstanceOf(SubmissionResult.ReadOnly.class);
    }

    @Test
    void a_dry_run_is_approved_and_writes_nothing() {
        house.mode = OperatingMode.DRY_RUN;

        assertThat(house.applied(approved(answered()))).isInstanceOf(Request.Completed.class);

        assertThat(writing.writes).isZero();
        assertThat(isAnswered()).isFalse();
    }

    @Test
    void what_is_put_right_takes_one_who_approves_and_what_is_taken_back_two() {
        var id = approved(placed());
        assertThat(house.now(id).terms().quorum()).isEqualTo(1);
        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);

        var undo = house.requests.asking().submit(new ChangeRequest(House.ANA_ADMIN, new Intent.UndoOf(id), ""));

        assertThat(((SubmissionResult.Sent) undo).request().terms().quorum()).isEqualTo(2);
    }

    @Test
    void a_place_that_only_the_operator_sets_is_not_planned() {
        var entry = tenant().number(RENO).known().flatMap(found -> found).orElseThrow();
        var carriers = new TelephoneNumber(
                entry.number(),
                entry.type(),
                entry.capabilities(),
                entry.activation(),
                entry.status(),
                entry.target(),
                entry.country(),
                entry.location(),
                entry.source(),
                entry.portInStatus(),
                false,
                entry.sharedCallingSupported());

        assertThat(obstacle(planned(placed(), tenant().with(carriers)))).isEqualTo(PolicyObstacle.NOT_OURS);
    }

    @Test
    void what_could_not_be_read_is_neither_right_nor_wrong() {
        var unread = account("Seattle annex").with(Fact.missing("throttled"));

        assertThat(obstacle(planned(answered(), tenant().with(unread)))).isEqualTo(PolicyObstacle.NOT_READ);
    }

    @Test
    void the_number_of_another_account_is_not_given_a_place_for_this_one() {
        var elsewhere =
                new PlaceOfNumber(account("London main line").id(), RENO, Optional.empty(), Optional.of(SEATTLE));

        assertThat(obstacle(planned(elsewhere, tenant()))).isEqualTo(PolicyObstacle.NOT_READ);
    }

    @Test
    void two_plans_have_one_fingerprint_where_they_set_the_same_from_the_same_and_only_there() {
        Plan plan = ((PolicyReady) planned(placed(), tenant())).plan();
        Plan again = ((PolicyReady) planned(placed(), tenant())).plan();
        Plan other = ((PolicyReady) planned(answered(), tenant())).plan();

        assertThat(again.fingerprint()).isEqualTo(plan.fingerprint()).isNotEqualTo(other.fingerprint());
        assertThat(plan.changes()).isEmpty();
    }
}
