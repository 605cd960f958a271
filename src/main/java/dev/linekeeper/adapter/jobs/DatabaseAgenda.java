package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.requests.JobQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes jobs in the caller's transaction, and wakes the workers once that is through. */
final class DatabaseAgenda implements JobQueue {
    private final Desk applying;
    private final Desk telling;
    private final Clock clock;

    /** Where jobs are put, and how those who do them hear of it. */
    record Desk(SchedulerClient jobs, Runnable wake) {}

    DatabaseAgenda(Desk applying, Desk telling, Clock clock) {
        this.applying = applying;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public void apply(RequestId request) {
        add(applying, Jobs.APPLY, Jobs.data(request), clock.instant());
    }

    @Override
    public void announce(RequestId request, long version) {
        add(telling, Jobs.ANNOUNCE, new Jobs.Version(request, version).toString(), clock.instant());
    }

    @Override
    public void expire(RequestId request, Instant at) {
        add(telling, Jobs.EXPIRE, Jobs.data(request), at);
    }

    @Override
    public void remind(RequestId request, Instant at) {
        add(telling, Jobs.REMIND, Jobs.data(request), at);
    }

    /** Each job has a name of its own: one that is just ending must not swallow the next one for the same request. */
    private static void add(Desk desk, TaskDescriptor<String> kind, String data, Instant at) {
        desk.jobs()
                .scheduleIfNotExists(
                        kind.instance(data + "/" + UUID.randomUUID()).data(data).build(), at);
        wakeWhenStored(desk.wake());
    }

    private static void wakeWhenStored(Runnable wake) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake.run();
                }
            });
        } else {
            wake.run();
        }
    }
}
