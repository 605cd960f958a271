package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.linekeeper.service.execution.ExecutionResult;
import dev.linekeeper.service.execution.RequestExecution;
import dev.linekeeper.service.requests.NotificationDispatcher;
import dev.linekeeper.service.requests.RequestDecision;
import dev.linekeeper.service.requests.RetentionCleanup;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs, what each of them does, and the workers that do them on every replica. */
@Configuration(proxyBeanMethods = false)
public class JobsConfiguration {
    /** Most of the time a request waits to see what was granted; the pace of the tenant is kept elsewhere. */
    private static final int APPLIED_AT_ONCE = 32;

    private static final int TOLD_AT_ONCE = 16;

    /** What takes long and comes in hundreds. */
    @Bean
    Workers applyingWorkers(DataSource dataSource, RequestExecution applying, Clock clock) {
        return new Workers(
                AgendaConfiguration.applying(dataSource),
                APPLIED_AT_ONCE,
                List.of(applyJob(applying, clock)),
                List.of(),
                clock);
    }

    /** What somebody waits for. */
    @Bean
    Workers tellingWorkers(
            DataSource dataSource,
            NotificationDispatcher announcing,
            RequestDecision deciding,
            RetentionCleanup upkeep,
            Clock clock) {
        return new Workers(
                AgendaConfiguration.telling(dataSource),
                TOLD_AT_ONCE,
                List.of(announceJob(announcing), expireJob(deciding), remindJob(announcing)),
                List.of(tidyJob(upkeep, clock)),
                clock);
    }

    @Bean
    JobRunner jobRunner(List<Workers> workers) {
        return new JobRunner(workers);
    }

    private static Task<String> applyJob(RequestExecution applying, Clock clock) {
        return Tasks.custom(Jobs.APPLY)
                .onFailure(retry())
                .onDeadExecutionRevive()
                .execute((job, _) -> switch (applying.run(Jobs.request(job.getData()))) {
                    case ExecutionResult.Over _ -> new CompletionHandler.OnCompleteRemove<>();
                    case ExecutionResult.Deferred(_, var after) ->
                        (complete, operations) ->
                                operations.reschedule(complete, clock.instant().plus(after));
                });
    }

    private static Task<String> announceJob(NotificationDispatcher announcing) {
        return Tasks.oneTime(Jobs.ANNOUNCE).onFailure(retry()).execute((job, _) -> {
            var move = Jobs.Version.of(job.getData());
            announcing.moved(move.request(), move.version());
        });
    }

    private static Task<String> expireJob(RequestDecision deciding) {
        return Tasks.oneTime(Jobs.EXPIRE)
                .onFailure(retry())
                .execute((job, _) -> deciding.expire(Jobs.request(job.getData())));
    }

    private static Task<String> remindJob(NotificationDispatcher announcing) {
        return Tasks.oneTime(Jobs.REMIND)
                .onFailure(retry())
                .execute((job, _) -> announcing.remind(Jobs.request(job.getData())));
    }

    private static RecurringTask<Void> tidyJob(RetentionCleanup upkeep, Clock clock) {
        return Tasks.recurring(Jobs.TIDY, FixedDelay.ofHours(1)).execute((_, _) -> upkeep.tidy(clock.instant()));
    }

    private static <T> FailureHandler<T> retry() {
        return new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 2);
    }
}
