package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.linekeeper.service.requests.Applied;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Upkeep;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs, what each of them does, and the scheduler that runs them on every replica. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    private static final int AT_ONCE = 10;
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    @Bean
    Task<String> applyJob(Requests requests, Clock clock) {
        return Tasks.custom(Jobs.APPLY)
                .onFailure(retry())
                .onDeadExecutionRevive()
                .execute((job, _) -> switch (requests.applying().run(Jobs.request(job.getData()))) {
                    case Applied.Over _ -> new CompletionHandler.OnCompleteRemove<>();
                    case Applied.Later(_, var after) ->
                        (complete, operations) ->
                                operations.reschedule(complete, clock.instant().plus(after));
                });
    }

    @Bean
    Task<String> announceJob(Requests requests) {
        return Tasks.oneTime(Jobs.ANNOUNCE).onFailure(retry()).execute((job, _) -> {
            var move = Jobs.Version.of(job.getData());
            requests.announcing().moved(move.request(), move.version());
        });
    }

    @Bean
    Task<String> expireJob(Requests requests) {
        return Tasks.oneTime(Jobs.EXPIRE)
                .onFailure(retry())
                .execute((job, _) -> requests.deciding().expire(Jobs.request(job.getData())));
    }

    @Bean
    Task<String> remindJob(Requests requests) {
        return Tasks.oneTime(Jobs.REMIND)
                .onFailure(retry())
                .execute((job, _) -> requests.announcing().remind(Jobs.request(job.getData())));
    }

    @Bean
    RecurringTask<Void> tidyJob(Upkeep upkeep, Clock clock) {
        return Tasks.recurring(Jobs.TIDY, FixedDelay.ofHours(1)).execute((_, _) -> upkeep.tidy(clock.instant()));
    }

    /**
     * Looks every few seconds and whenever a job was added here; a job added on another replica is found at the next
     * look. A replica that has not given a sign for {@link #HEARTBEAT} times four is taken for dead.
     */
    @Bean(destroyMethod = "")
    Scheduler scheduler(
            DataSource dataSource, List<Task<String>> jobs, RecurringTask<Void> tidy, Clock clock) {
        return Scheduler.create(dataSource, List.copyOf(jobs))
                .startTasks(tidy)
                .serializer(new Texts())
                .clock(clock::instant)
                .threads(AT_ONCE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(LOOK)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .failureLogging(LogLevel.WARN, true)
                .build();
    }

    @Bean
    JobRunner jobRunner(Scheduler scheduler, DataSource dataSource) {
        return new JobRunner(scheduler, dataSource);
    }

    private static <T> FailureHandler<T> retry() {
        return new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 2);
    }
}
