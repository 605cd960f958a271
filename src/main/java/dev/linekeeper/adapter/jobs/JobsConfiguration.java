package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.DisabledSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.attestation.AttestationReminders;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.audit.RefusedRequests;
import dev.linekeeper.service.digest.WeeklyDigest;
import dev.linekeeper.service.drift.DriftJobs;
import dev.linekeeper.service.execution.ExecutionResult;
import dev.linekeeper.service.execution.RequestExecution;
import dev.linekeeper.service.history.SettingsSweep;
import dev.linekeeper.service.metrics.LogContext;
import dev.linekeeper.service.override.OverrideWatch;
import dev.linekeeper.service.requests.BatchDecision;
import dev.linekeeper.service.requests.NotificationDispatcher;
import dev.linekeeper.service.requests.RequestDecision;
import dev.linekeeper.service.requests.RetentionCleanup;
import dev.linekeeper.service.reservation.ReservationExpiry;
import dev.linekeeper.service.schedule.BatchEndings;
import dev.linekeeper.service.tenant.limit.CallLane;
import dev.linekeeper.service.watch.DirectoryWatch;
import dev.linekeeper.service.watch.GroupWatch;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs and the workers that run them on every replica. */
@Configuration(proxyBeanMethods = false)
public class JobsConfiguration {
    private static final int NOTIFICATIONS_AT_ONCE = 16;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SETTLED = Duration.ofMinutes(2);
    private static final Duration POLLING = Duration.ofSeconds(5);

    /** Slow jobs, which come in hundreds, mostly wait for Teams to show a change, and ask the tenant together. */
    @Bean
    JobWorkers applyingWorkers(
            DataSource dataSource, RequestExecution execution, LinekeeperProperties settings, Clock clock) {
        return new JobWorkers(
                JobQueueConfiguration.applying(dataSource),
                settings.throttle().requestsAtOnce(),
                POLLING,
                List.of(applyJob(execution, clock)),
                List.of(),
                clock);
    }

    /** Short jobs that people wait for, apart from the slow ones. */
    @Bean
    JobWorkers tellingWorkers(
            DataSource dataSource,
            NotificationDispatcher notifications,
            RequestDecision decisions,
            BatchDecision batchDecisions,
            BatchEndings endings,
            RetentionCleanup cleanup,
            SettingsSweep sweep,
            ObjectProvider<DirectoryWatch> watch,
            GroupWatch groups,
            WeeklyDigest digest,
            AttestationReminders attestations,
            ReservationExpiry reservations,
            DriftJobs drift,
            OverrideWatch overrides,
            LinekeeperProperties settings,
            Clock clock) {
        return new JobWorkers(
                JobQueueConfiguration.telling(dataSource),
                NOTIFICATIONS_AT_ONCE,
                POLLING,
                List.of(
                        announceJob(notifications),
                        expireJob(decisions, batchDecisions),
                        remindJob(notifications),
                        remindOfEndJob(notifications),
                        endJob(endings, clock)),
                Stream.<RecurringTask<?>>concat(
                                Stream.of(
                                        tidyJob(cleanup, clock),
                                        sweepJob(
                                                Jobs.SWEEP,
                                                thenLook(sweep::run, drift),
                                                settings.history().sweep(),
                                                clock),
                                        sweepJob(
                                                Jobs.WATCH_GROUPS,
                                                groups::run,
                                                settings.watch().groups(),
                                                clock),
                                        sweepJob(
                                                Jobs.LOOK_AT_OVERRIDES,
                                                () -> CallLane.BULK.run(overrides::run),
                                                settings.override().every(),
                                                clock),
                                        sweepJob(Jobs.ATTESTATIONS, attestations::run, HOUR, clock),
                                        sweepJob(
                                                Jobs.RESERVATIONS,
                                                () -> CallLane.BULK.run(reservations::run),
                                                HOUR,
                                                clock),
                                        DigestJob.of(digest, settings, clock)),
                                watch.stream()
                                        .map(it -> sweepJob(
                                                Jobs.WATCH,
                                                thenLook(it::run, drift),
                                                settings.watch().every(),
                                                clock)))
                        .toList(),
                clock);
    }

    /** What was recorded is looked at for what changed without us. */
    private static Runnable thenLook(Runnable recording, DriftJobs drift) {
        return () -> {
            recording.run();
            drift.lookSoon();
        };
    }

    @Bean
    JobRunner jobRunner(List<JobWorkers> workers) {
        return new JobRunner(workers);
    }

    @Bean
    AuditRounds auditRounds(AuditWatch watch, RefusedRequests refused, LinekeeperProperties settings, Clock clock) {
        return new AuditRounds(watch, refused, settings.audit().anchorInterval(), clock);
    }

    private static Task<String> applyJob(RequestExecution execution, Clock clock) {
        return Tasks.custom(Jobs.APPLY)
                .onFailure(retry())
                .onDeadExecutionRevive()
                .execute((job, _) -> switch (CallLane.BULK.call(
                        () -> applied(execution, Jobs.request(job.getData())))) {
                    case ExecutionResult.Ended _ -> new CompletionHandler.OnCompleteRemove<>();
                    case ExecutionResult.Deferred(_, var after) ->
                        (complete, operations) ->
                                operations.reschedule(complete, clock.instant().plus(after));
                });
    }

    private static ExecutionResult applied(RequestExecution execution, RequestId request) {
        try (var _ = LogContext.about(LogContext.REQUEST, request.toString(), "apply")) {
            return execution.run(request);
        }
    }

    private static Task<String> announceJob(NotificationDispatcher notifications) {
        return Tasks.oneTime(Jobs.ANNOUNCE).onFailure(retry()).execute((job, _) -> {
            var move = Jobs.Version.of(job.getData());
            notifications.moved(move.request(), move.version());
        });
    }

    private static Task<String> expireJob(RequestDecision decisions, BatchDecision batches) {
        return Tasks.oneTime(Jobs.EXPIRE).onFailure(retry()).execute((job, _) -> {
            decisions.expire(Jobs.request(job.getData()));
            batches.expire(Jobs.request(job.getData()));
        });
    }

    private static Task<String> remindJob(NotificationDispatcher notifications) {
        return Tasks.oneTime(Jobs.REMIND)
                .onFailure(retry())
                .execute((job, _) -> notifications.remind(Jobs.request(job.getData())));
    }

    private static Task<String> remindOfEndJob(NotificationDispatcher notifications) {
        return Tasks.oneTime(Jobs.REMIND_OF_END)
                .onFailure(retry())
                .execute((job, _) -> notifications.endsSoon(Jobs.request(job.getData())));
    }

    private static Task<String> endJob(BatchEndings endings, Clock clock) {
        return Tasks.custom(Jobs.END)
                .onFailure(retry())
                .onDeadExecutionRevive()
                .execute((job, _) -> CallLane.BULK
                        .call(() -> endings.end(Jobs.request(job.getData())))
                        .<CompletionHandler<String>>map(wait -> (complete, operations) ->
                                operations.reschedule(complete, clock.instant().plus(wait)))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    private static RecurringTask<Void> tidyJob(RetentionCleanup cleanup, Clock clock) {
        return Tasks.recurring(Jobs.TIDY, FixedDelay.ofHours(1))
                .execute((_, _) -> cleanup.deleteExpired(clock.instant()));
    }

    /** After a failure it is made again within the hour; it begins anew, as what was recorded already is not recorded twice. */
    static RecurringTask<Void> sweepJob(TaskDescriptor<Void> kind, Runnable sweep, Duration interval, Clock clock) {
        Schedule schedule = interval.isZero() ? new DisabledSchedule() : new SweepSchedule(interval);
        Duration again = interval.compareTo(HOUR) < 0 ? interval : HOUR;
        return Tasks.recurring(kind, schedule)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(again)))
                .execute((_, _) -> sweep.run());
    }

    /** The first sweep waits until a process that has just started has settled. */
    private record SweepSchedule(Duration interval) implements Schedule {
        @Override
        public Instant getInitialExecutionTime(Instant now) {
            return now.plus(SETTLED);
        }

        @Override
        public Instant getNextExecutionTime(ExecutionComplete sweep) {
            return sweep.getTimeDone().plus(interval);
        }

        @Override
        public boolean isDeterministic() {
            return false;
        }
    }

    private static <T> FailureHandler<T> retry() {
        return new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 2);
    }
}
