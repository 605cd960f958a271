package dev.linekeeper.service.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.bulk.Caution;
import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage.BatchEnded;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.timing.Sampling;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A batch that is applied while the process is killed, at moments that are seeded: it ends once, and no step is written twice. */
class BatchKillsTest {
    private static final int PEOPLE = 12;
    private static final int KILLS = 4;
    private static final Requests.Care TWO_FIRST = new Requests.Care(new Caution(2, false, 100), FreezeWindows.NONE);

    private final long seed = Long.getLong("linekeeper.seed", System.nanoTime());

    @Test
    void a_batch_ends_once_and_whole_however_often_the_process_is_killed() throws InterruptedException {
        for (int run = 0; run < Sampling.of(2, 40); run++) {
            endsOnceAndWhole(new Random(seed + run));
        }
    }

    private void endsOnceAndWhole(Random random) throws InterruptedException {
        var clock = new House.MovingClock();
        var power = new House.Power();
        var tenant = Crowd.tenant(PEOPLE * 2, random);
        try (var store = OpenedStore.inMemory("killed-" + UUID.randomUUID(), clock)) {
            var steps = new ArrayList<ChangeKey>();
            var house = new House(store, tenant, tenant.ports(), clock, Sample.POLICY, power);
            Requests requests = house.careful(TWO_FIRST);
            Batch batch = Crowd.approved(house, requests, PEOPLE);
            for (int kill = 0; kill < KILLS; kill++) {
                power.cutAfter(random.nextInt(PEOPLE * 10));
                work(requests, store, batch);
                power.on();
                assertFirstBegunFirst(store, batch);
                steps.addAll(house.tenant.steps);
                house = new House(store, tenant, tenant.ports(), clock, Sample.POLICY, power);
                requests = house.careful(TWO_FIRST);
            }
            for (int round = 0; round < 3; round++) {
                work(requests, store, batch);
            }
            steps.addAll(house.tenant.steps);

            assertThat(store.batches().progress(batch.id()))
                    .as("seed %d", seed)
                    .isEqualTo(Map.of(MemberState.DONE, PEOPLE));
            assertThat(now(store, batch).stage()).as("seed %d", seed).isInstanceOf(BatchEnded.class);
            assertThat(store.trail().of(batch.id()))
                    .extracting(record -> record.entry().action())
                    .as("seed %d", seed)
                    .containsOnlyOnce(Action.COMPLETED, Action.RESUMED);
            assertThat(steps)
                    .as("steps that were written, seed %d", seed)
                    .doesNotHaveDuplicates()
                    .isNotEmpty();
        }
    }

    /** As the jobs do: each member until it has ended or is to wait, each move told of, and all of it once more after a kill. */
    private void work(Requests requests, OpenedStore store, Batch batch) throws InterruptedException {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Request member : members(store, batch, EnumSet.allOf(MemberState.class))) {
                workers.execute(() -> untilThePowerIsCut(() -> {
                    var unused = requests.applying().run(member.id());
                    var now = store.requests().find(member.id()).orElseThrow();
                    requests.announcing().moved(member.id(), now.version());
                }));
            }
        }
    }

    private static void untilThePowerIsCut(Runnable work) {
        try {
            work.run();
        } catch (House.Fuse.PowerCut _) {
            // The process is gone, and its jobs are begun again.
        }
    }

    private void assertFirstBegunFirst(OpenedStore store, Batch batch) {
        if (!now(store, batch).canary().isEmpty()) {
            assertThat(members(store, batch, EnumSet.of(MemberState.WAITING)))
                    .as("the others wait for the first, seed %d", seed)
                    .hasSizeGreaterThanOrEqualTo(PEOPLE - 2);
        }
    }

    private static List<Request> members(OpenedStore store, Batch batch, Set<MemberState> states) {
        return store.batches().in(batch.id(), states, RequestId.FIRST, PEOPLE);
    }

    private static Batch now(OpenedStore store, Batch batch) {
        return store.batches().find(batch.id()).orElseThrow().batch();
    }
}
