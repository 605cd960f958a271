package dev.linekeeper.service.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.timing.Traced;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The work of a member of a batch, whatever the machine: the limit is well above what it takes, so that a gross regression fails
 * and nothing else. Times are what src/bench/bulk measures.
 */
class WorkOfABatchTest {
    private static final int PEOPLE = 12;

    @Test
    void applying_a_member_takes_few_statements_and_telling_of_its_end_fewer() {
        var clock = new House.MovingClock();
        var tenant = Crowd.tenant(PEOPLE * 2, new Random(1));
        try (var store = OpenedStore.inMemory("work-of-a-batch", clock)) {
            var house = new House(store, tenant, tenant.ports(), clock, Sample.POLICY, new House.Fuse());
            Requests requests = house.careful(Requests.Care.NONE);
            Batch batch = Crowd.approved(house, requests, PEOPLE);
            List<RequestId> members =
                    store.batches().in(batch.id(), EnumSet.of(MemberState.WAITING), RequestId.FIRST, PEOPLE).stream()
                            .map(member -> member.id())
                            .toList();

            assertThat(statements(() -> members.forEach(requests.applying()::run)))
                    .as("statements of a member with three steps, which takes 36")
                    .isBetween(10.0, 70.0);
            assertThat(store.batches().progress(batch.id())).isEqualTo(Map.of(MemberState.DONE, PEOPLE));
            assertThat(statements(() -> members.forEach(member -> requests.announcing()
                            .moved(
                                    member,
                                    store.requests().find(member).orElseThrow().version()))))
                    .as("statements of telling that it has ended, which takes 4 and one of the test")
                    .isBetween(2.0, 10.0);
        }
    }

    private static double statements(Runnable work) {
        return Traced.calls(
                                work,
                                "com.zaxxer.hikari.pool.ProxyPreparedStatement::executeQuery",
                                "com.zaxxer.hikari.pool.ProxyPreparedStatement::executeUpdate",
                                "com.zaxxer.hikari.pool.ProxyPreparedStatement::executeBatch",
                                "com.zaxxer.hikari.pool.ProxyPreparedStatement::execute")
                        .size()
                / (double) PEOPLE;
    }
}
