package dev.linekeeper.service.bulk;

import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.ThrowAwayPostgres;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage.BatchEnded;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.execution.ExecutionResult;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas over one PostgreSQL: what somebody says of a batch on one, while the other begins its members. */
class BatchRacesTest {
    private static final int PEOPLE = 30;

    private final House.MovingClock clock = new House.MovingClock();
    private final SimulatedTenant tenant = Crowd.tenant(PEOPLE * 2, new Random(1));
    private final Hook hook = new Hook();
    private OpenedStore store;
    private House house;
    private Requests one;
    private Requests other;

    @BeforeEach
    void open() {
        store = OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), clock);
        house = new House(store, tenant, tenant.ports(), clock, Sample.POLICY, hook);
        one = house.careful(Requests.Care.NONE);
        other = new House(store, tenant, tenant.ports(), clock, Sample.POLICY, new House.Fuse())
                .careful(Requests.Care.NONE);
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void whoever_was_about_to_begin_when_a_pause_was_answered_waits() {
        Batch batch = Crowd.approved(house, one, 3);
        RequestId member = in(batch, MemberState.WAITING).iterator().next();
        hook.once(
                "before a transaction",
                () -> assertThat(control(batch, RequestAction.PAUSE))
                        .isInstanceOf(BatchControlResult.Controlled.class));

        assertThat(one.applying().run(member)).isInstanceOf(ExecutionResult.Deferred.class);

        assertThat(in(batch, MemberState.WAITING)).hasSize(3);
    }

    @Test
    void a_pause_is_answered_when_whoever_begins_at_that_moment_has_begun() {
        Batch batch = Crowd.approved(house, one, 3);
        RequestId member = in(batch, MemberState.WAITING).iterator().next();
        var begun = new CompletableFuture<Set<RequestId>>();
        hook.once("before a record", () -> {
            begun.completeAsync(() -> {
                control(batch, RequestAction.PAUSE);
                return in(batch, MemberState.WAITING);
            });
            assertThat(isDoneWithin(begun, Duration.ofMillis(300))).isFalse();
        });

        one.applying().run(member);

        assertThat(begun.join()).hasSize(2).doesNotContain(member);
    }

    /** Seeded; what is said comes at moments nobody chose. */
    @Test
    void nobody_begins_after_a_pause_was_answered_and_after_a_stop_only_those_who_had_begun_are_done()
            throws Exception {
        long seed = Long.getLong("linekeeper.seed", System.nanoTime());
        var random = new Random(seed);
        Batch batch = Crowd.approved(house, one, PEOPLE);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 4; round++) {
                var runs = run(batch, workers);
                Thread.sleep(random.nextInt(40));
                var said = round < 3 ? RequestAction.PAUSE : RequestAction.STOP;
                var result = control(batch, said);
                if (result instanceof BatchControlResult.NotNow(var now) && now.stage() instanceof BatchEnded) {
                    // On a quick machine everybody was done before it was said.
                    break;
                }
                assertThat(result)
                        .as("round %d, seed %d", round, seed)
                        .isInstanceOf(BatchControlResult.Controlled.class);
                Set<RequestId> waiting = in(batch, MemberState.WAITING);
                runs.join();
                assertThat(in(batch, MemberState.WAITING))
                        .as("round %d, seed %d", round, seed)
                        .isEqualTo(waiting);
                if (said == RequestAction.PAUSE) {
                    control(batch, RequestAction.RESUME);
                }
            }
        }
        other.announcing()
                .moved(
                        batch.id(),
                        store.batches().find(batch.id()).orElseThrow().version());
        assertThat(store.batches().find(batch.id()).orElseThrow().batch().stage())
                .isInstanceOf(BatchEnded.class);
        Map<MemberState, Integer> ended = store.batches().progress(batch.id());
        assertThat(ended.keySet()).isSubsetOf(MemberState.DONE, MemberState.NOT_APPLIED);
        assertThat(ended.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(PEOPLE);
    }

    /** Each member on both replicas, until it has ended or is to wait. */
    private CompletableFuture<Void> run(Batch batch, ExecutorService workers) {
        return CompletableFuture.allOf(in(batch, MemberState.WAITING).stream()
                .flatMap(member -> List.of(one, other).stream()
                        .map(replica -> CompletableFuture.runAsync(() -> run(replica, member), workers)))
                .toArray(CompletableFuture[]::new));
    }

    private void run(Requests replica, RequestId member) {
        replica.applying().run(member);
        var now = store.requests().find(member).orElseThrow();
        if (now.request() instanceof Request.Finished) {
            replica.announcing().moved(member, now.version());
        }
    }

    private BatchControlResult control(Batch batch, RequestAction action) {
        return other.controlling()
                .control(LEE_APPROVER, batch.id(), action, new DecisionInput.Typed())
                .orElseThrow();
    }

    private Set<RequestId> in(Batch batch, MemberState state) {
        return store.batches().in(batch.id(), EnumSet.of(state), RequestId.FIRST, PEOPLE).stream()
                .map(Request::id)
                .collect(Collectors.toSet());
    }

    private static boolean isDoneWithin(CompletableFuture<?> future, Duration time) {
        try {
            future.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** Something that happens once, at a moment of the first replica. */
    private static final class Hook extends House.Fuse {
        private String moment = "";
        private Runnable then = () -> {};

        void once(String at, Runnable what) {
            then = what;
            moment = at;
        }

        @Override
        public RequestStore watched(RequestStore requests) {
            return (RequestStore) Proxy.newProxyInstance(
                    RequestStore.class.getClassLoader(),
                    new Class<?>[] {RequestStore.class},
                    (_, method, arguments) -> {
                        if (method.getName().equals("replace")) {
                            tick("before a record");
                        }
                        return method.invoke(requests, arguments);
                    });
        }

        @Override
        public void tick(String where) {
            if (where.equals(moment)) {
                moment = "";
                then.run();
            }
        }
    }
}
