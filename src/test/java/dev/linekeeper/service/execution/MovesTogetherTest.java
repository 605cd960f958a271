package dev.linekeeper.service.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.bulk.Crowd;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Sample;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Moves that are stored in one transaction with those of others. */
class MovesTogetherTest {
    private static final int PEOPLE = 8;

    private final House.MovingClock clock = new House.MovingClock();
    private final OpenedStore store = OpenedStore.inMemory("moves-together", clock);
    private final Trouble trouble = new Trouble();
    private final Requests requests = requests();
    private Batch batch;

    private Requests requests() {
        var tenant = Crowd.tenant(PEOPLE * 2, new Random(1));
        var house = new House(store, tenant, tenant.ports(), clock, Sample.POLICY, trouble);
        Requests all = house.careful(Requests.Care.NONE);
        batch = Crowd.approved(house, all, PEOPLE);
        return all;
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void one_that_cannot_be_stored_does_not_stop_the_others() {
        List<RequestId> members = waiting();
        trouble.unstorable = members.get(3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            members.forEach(member -> threads.execute(() -> {
                try {
                    requests.applying().run(member);
                } catch (IllegalStateException itsOwn) {
                    assertThat(member).isEqualTo(trouble.unstorable);
                }
            }));
        }
        assertThat(store.batches().progress(batch.id()))
                .isEqualTo(Map.of(MemberState.DONE, PEOPLE - 1, MemberState.WAITING, 1));
    }

    @Test
    void whoever_did_not_hear_that_it_was_stored_looks_again_and_nothing_is_done_twice() {
        RequestId member = waiting().getFirst();
        for (int stored = 0; stored < 4; stored++) {
            trouble.unheard = stored;
            assertThatThrownBy(() -> requests.applying().run(member)).hasMessageContaining("not heard of");
        }

        requests.applying().run(member);

        Request done = store.requests().find(member).orElseThrow().request();
        assertThat(done).isInstanceOf(Request.Completed.class);
        assertThat(store.audited().stream()
                        .filter(record -> record.entry().request().equals(Optional.of(member)))
                        .filter(record -> record.entry().action() == Action.STEP_DONE))
                .hasSameSizeAs(done.terms().plan().changes());
    }

    private List<RequestId> waiting() {
        return store.batches().in(batch.id(), EnumSet.of(MemberState.WAITING), RequestId.FIRST, PEOPLE).stream()
                .map(Request::id)
                .toList();
    }

    /** A request that the database refuses, and a transaction that is stored though its caller never hears of it. */
    private static final class Trouble extends House.Fuse {
        private volatile RequestId unstorable;
        private volatile int unheard = -1;

        @Override
        public RequestStore watched(RequestStore requests) {
            return (RequestStore) Proxy.newProxyInstance(
                    RequestStore.class.getClassLoader(),
                    new Class<?>[] {RequestStore.class},
                    (_, method, arguments) -> {
                        if (method.getName().equals("replace")
                                && ((Stored) arguments[0]).id().equals(unstorable)) {
                            throw new IllegalStateException("the database refuses it");
                        }
                        try {
                            return method.invoke(requests, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }

        @Override
        public void tick(String where) {
            if (where.equals("after a commit") && unheard >= 0 && unheard-- == 0) {
                throw new IllegalStateException("not heard of");
            }
        }
    }
}
