package dev.linekeeper.service.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.conversation.policies.PeopleUnder;
import dev.linekeeper.core.bulk.Caution;
import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.policies.PolicyHolders;
import dev.linekeeper.core.policies.PolicyMove;
import dev.linekeeper.core.policies.PolicyMove.EmptiedPolicy;
import dev.linekeeper.core.policies.PolicyMove.RenamedPolicy;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage.BatchAwaiting;
import dev.linekeeper.core.request.BatchStage.BatchEnded;
import dev.linekeeper.core.request.BatchStage.HoldReason;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.policies.MoveResult.MoveAsked;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.simulator.state.SharedCallingEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A policy goes with its people moved, while the process is killed, while somebody else makes the same, and in a dry run. */
class MoveKillsTest {
    private static final PolicyName OLD = new PolicyName("Seattle no callback");
    private static final PolicyName HQ = new PolicyName("Seattle HQ");
    private static final int PEOPLE = 4;
    private static final ApprovalPolicy TWO =
            new ApprovalPolicy(Duration.ofDays(3), 2, 2, List.of(), Duration.ofDays(7), Duration.ofHours(1));
    private static final Requests.Care ONE_FIRST = new Requests.Care(new Caution(1, false, 100), FreezeWindows.NONE);

    private final House.MovingClock clock = new House.MovingClock();
    private final House.Power power = new House.Power();
    private final SimulatedTenant tenant = PeopleUnder.noCallback(PEOPLE);
    private final OpenedStore store = OpenedStore.inMemory("moves-" + UUID.randomUUID(), clock);
    private final DisturbedPolicies policies =
            new DisturbedPolicies(tenant.ports().sharedCallingPolicies());
    private House house = opened();
    private Requests requests = house.careful(ONE_FIRST);

    private House opened() {
        return opened(Sample.POLICY);
    }

    private House opened(ApprovalPolicy policy) {
        return new House(store, tenant, policies.in(tenant.ports()), clock, policy, power);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Batch approved(PolicyMove move) {
        var asked = (MoveAsked) moves().ask(House.ANA_ADMIN, move, "", _ -> {});
        decide(House.LEE_APPROVER, asked.batch());
        decide(House.PRIYA_APPROVER, asked.batch());
        return asked.batch();
    }

    private PolicyMoves moves() {
        return new PolicyMoves(
                requests.askingForMany(), requests.asking(), tenant.ports().directory(), this::everybody);
    }

    private void decide(UserId approver, Batch batch) {
        for (var action : List.of(RequestAction.APPROVE, RequestAction.CONFIRM)) {
            var unused = requests.decidingMany().decide(approver, batch.id(), action, new DecisionInput.Typed(), "");
        }
    }

    private void everybody(PolicyHolders holders) {
        new BulkPersonReader(house.tenantReader, Duration.ofMinutes(1), clock::pass)
                .readAll(tenant.ports().directory()::forEach, holders::look);
    }

    /** As the jobs do; nobody goes on once the power is cut. */
    private void work(Batch batch) {
        try {
            for (Request member : members(batch)) {
                var unused = requests.applying().run(member.id());
                requests.announcing()
                        .moved(
                                member.id(),
                                store.requests().find(member.id()).orElseThrow().version());
            }
        } catch (House.Fuse.PowerCut _) {
            // The process is gone, and its jobs are begun again.
        }
    }

    private List<Request> members(Batch batch) {
        return store.batches().in(batch.id(), EnumSet.allOf(MemberState.class), RequestId.FIRST, PEOPLE + 2);
    }

    private Batch now(Batch batch) {
        return store.batches().find(batch.id()).orElseThrow().batch();
    }

    private Optional<SharedCalling> now(PolicyName name) {
        return tenant.ports()
                .reader(clock, Duration.ZERO)
                .freshTenant()
                .tenant()
                .sharedCalling(name)
                .known()
                .orElseThrow();
    }

    @Test
    void a_rename_ends_once_and_whole_however_often_the_process_is_killed() {
        long seed = Long.getLong("linekeeper.seed", System.nanoTime());
        var random = new Random(seed);
        Batch batch = approved(new RenamedPolicy(OLD, HQ, Optional.empty()));
        for (int kill = 0; kill < 3; kill++) {
            power.cutAfter(random.nextInt(60));
            work(batch);
            power.on();
            assertThat(now(OLD).isPresent()
                            || store.batches().progress(batch.id()).getOrDefault(MemberState.DONE, 0) > PEOPLE)
                    .as("the old one is there until all are moved, seed %d", seed)
                    .isTrue();
            house = opened();
            requests = house.careful(ONE_FIRST);
        }
        for (int round = 0; round < 4; round++) {
            work(batch);
        }

        assertThat(store.batches().progress(batch.id()))
                .as("seed %d", seed)
                .isEqualTo(Map.of(MemberState.DONE, PEOPLE + 2));
        assertThat(now(batch).stage()).as("seed %d", seed).isInstanceOf(BatchEnded.class);
        assertThat(now(OLD)).isEmpty();
        assertThat(now(HQ)).isPresent();
    }

    @Test
    void nobody_begins_where_somebody_else_took_the_name_of_the_new_policy() {
        Batch batch = approved(new RenamedPolicy(OLD, HQ, Optional.empty()));
        var theirs = new SharedCalling(HQ, now(OLD).orElseThrow().resourceAccount(), List.of(), "theirs");
        tenant.change(edit -> new SharedCallingEdit(edit).put(theirs));
        work(batch);

        assertThat(now(batch).hold().orElseThrow().why()).isEqualTo(HoldReason.NO_POLICY);
        assertThat(members(batch).subList(1, PEOPLE + 2)).allMatch(Request.Approved.class::isInstance);
        assertThat(now(HQ)).contains(theirs);
    }

    @Test
    void a_policy_that_is_made_at_the_second_try_lets_the_others_go_on_by_themselves() {
        requests = house.careful(Requests.Care.NONE);
        Batch batch = approved(new RenamedPolicy(OLD, HQ, Optional.empty()));
        policies.before(() -> {
            throw new BackendFailure(FailureKind.DENIED, "not this time");
        });
        work(batch);
        work(batch);
        assertThat(now(batch).hold().orElseThrow().why()).isEqualTo(HoldReason.NO_POLICY);
        assertThat(now(HQ)).isEmpty();
        assertThat(members(batch).subList(1, PEOPLE + 2)).allMatch(Request.Approved.class::isInstance);

        policies.before(() -> {});
        var unused = requests.controlling()
                .control(House.ANA_ADMIN, batch.id(), RequestAction.RETRY, new DecisionInput.Typed());
        for (int round = 0; round < 3; round++) {
            work(batch);
        }

        assertThat(now(batch).hold()).isEmpty();
        assertThat(store.batches().progress(batch.id())).isEqualTo(Map.of(MemberState.DONE, PEOPLE + 2));
        assertThat(now(OLD)).isEmpty();
        assertThat(now(HQ)).isPresent();
    }

    @Test
    void where_it_takes_two_a_policy_goes_with_its_people_once_two_agreed_and_one_twice_is_one() {
        requests = opened(TWO).careful(ONE_FIRST);
        var asked = (MoveAsked) moves().ask(House.ANA_ADMIN, new EmptiedPolicy(OLD, House.SEATTLE), "", _ -> {});

        decide(House.LEE_APPROVER, asked.batch());
        decide(House.LEE_APPROVER, asked.batch());
        assertThat(now(asked.batch()).stage()).isInstanceOf(BatchAwaiting.class);
        assertThat(members(asked.batch())).allMatch(Request.Pending.class::isInstance);
        decide(House.ANA_ADMIN, asked.batch());
        assertThat(now(asked.batch()).stage()).isInstanceOf(BatchAwaiting.class);

        decide(House.PRIYA_APPROVER, asked.batch());
        assertThat(now(asked.batch()).stage()).isNotInstanceOf(BatchAwaiting.class);
        assertThat(members(asked.batch())).allMatch(Request.Approved.class::isInstance);
    }

    @Test
    void in_a_dry_run_all_is_tried_and_nothing_written() {
        house.mode = OperatingMode.DRY_RUN;
        Batch batch = approved(new RenamedPolicy(OLD, HQ, Optional.empty()));
        for (int round = 0; round < 3; round++) {
            work(batch);
        }

        assertThat(store.batches().progress(batch.id())).isEqualTo(Map.of(MemberState.DONE, PEOPLE + 2));
        assertThat(now(OLD)).isPresent();
        assertThat(now(HQ)).isEmpty();
        assertThat(house.tenant.steps).isEmpty();
    }

    @Test
    void who_stopped_is_tried_again_and_the_policy_goes_then_by_itself() {
        requests = house.careful(Requests.Care.NONE);
        Batch batch = approved(new EmptiedPolicy(OLD, House.SEATTLE));
        house.tenant.failures.add(new BackendFailure(FailureKind.DENIED, "not this time"));
        work(batch);
        work(batch);
        assertThat(now(batch).hold().orElseThrow().why()).isEqualTo(HoldReason.IN_THE_WAY);
        assertThat(now(OLD)).isPresent();

        var unused = requests.controlling()
                .control(House.ANA_ADMIN, batch.id(), RequestAction.RETRY, new DecisionInput.Typed());
        work(batch);
        work(batch);

        assertThat(now(batch).stage()).isInstanceOf(BatchEnded.class);
        assertThat(now(OLD)).isEmpty();
    }
}
