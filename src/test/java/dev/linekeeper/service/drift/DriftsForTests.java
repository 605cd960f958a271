package dev.linekeeper.service.drift;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.requests.JobQueue;
import java.lang.reflect.Proxy;
import java.time.Clock;

/** What is done about drift over a real store, where nobody works in the background and no card is replaced. */
public final class DriftsForTests {
    public static final DriftJobs NO_JOBS = new DriftJobs() {
        @Override
        public void lookSoon() {}

        @Override
        public void run(RequestId drift) {}
    };

    private DriftsForTests() {}

    /** News that is stored and never sent. */
    public static DriftNews news(OpenedStore store, Clock clock) {
        return new DriftNews(store.drifts(), adminNews(store, clock), _ -> {}, store.transactions());
    }

    /** The same. */
    public static AdminNews adminNews(OpenedStore store, Clock clock) {
        var noJobs = (JobQueue) Proxy.newProxyInstance(
                JobQueue.class.getClassLoader(), new Class<?>[] {JobQueue.class}, (_, _, _) -> null);
        return new AdminNews(store.news(), noJobs, store.transactions(), clock);
    }
}
