package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.service.requests.Agenda;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes jobs in the caller's transaction, and wakes the scheduler once that is through. */
final class DatabaseAgenda implements Agenda {
    private final SchedulerClient jobs;
    private final Runnable wake;
    private final Clock clock;

    DatabaseAgenda(SchedulerClient jobs, Runnable wake, Clock clock) {
        this.jobs = jobs;
        this.wake = wake;
        this.clock = clock;
    }

    @Override
    public void apply(RequestId request) {
        add(Jobs.APPLY, Jobs.data(request), clock.instant());
    }

    @Override
    public void announce(RequestId request, long version) {
        add(Jobs.ANNOUNCE, new Jobs.Version(request, version).toString(), clock.instant());
    }

    @Override
    public void expire(RequestId request, Instant at) {
        add(Jobs.EXPIRE, Jobs.data(request), at);
    }

    @Override
    public void remind(RequestId request, Instant at) {
        add(Jobs.REMIND, Jobs.data(request), at);
    }

    /** Each job has a name of its own: one that is just ending must not swallow the next one for the same request. */
    private void add(TaskDescriptor<String> kind, String data, Instant at) {
        jobs.scheduleIfNotExists(
                kind.instance(data + "/" + UUID.randomUUID()).data(data).build(), at);
        wakeWhenStored();
    }

    private void wakeWhenStored() {
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
