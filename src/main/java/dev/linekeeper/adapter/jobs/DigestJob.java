package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.DisabledSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.linekeeper.service.digest.DigestTime;
import dev.linekeeper.service.digest.WeeklyDigest;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The job that makes the digest of a week, on one replica. One that was missed is made at the next start; after a failure it is tried again. */
final class DigestJob {
    private static final Duration AGAIN = Duration.ofMinutes(30);

    private DigestJob() {}

    static RecurringTask<Void> of(WeeklyDigest digest, LinekeeperProperties settings, Clock clock) {
        Optional<DigestTime> time = settings.digest()
                .day()
                .ofWeek()
                .map(day -> new DigestTime(day, settings.digest().at(), settings.digestZone()));
        return Tasks.recurring(Jobs.DIGEST, time.<Schedule>map(Weekly::new).orElseGet(DisabledSchedule::new))
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(AGAIN)))
                .execute((_, _) -> time.ifPresent(digest::run));
    }

    /** A changed setting moves the next one. */
    private record Weekly(DigestTime time) implements Schedule {
        @Override
        public Instant getInitialExecutionTime(Instant now) {
            return time.next(now);
        }

        @Override
        public Instant getNextExecutionTime(ExecutionComplete complete) {
            return time.next(complete.getTimeDone());
        }

        @Override
        public boolean isDeterministic() {
            return true;
        }
    }
}
