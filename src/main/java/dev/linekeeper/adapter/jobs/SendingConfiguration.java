package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.linekeeper.adapter.jobs.JobWorkers.Table;
import dev.linekeeper.chat.MessageLanes;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.chat.MessageSender;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The workers that send queued messages, apart from all others: a job a lane, so that one slow conversation holds up nobody
 * else, and two replicas never write to one at once.
 */
@Configuration(proxyBeanMethods = false)
public class SendingConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SendingConfiguration.class);

    /** More than conversations that hang at once; each takes a virtual thread only. */
    private static final int LANES_AT_ONCE = 256;

    private static final Duration POLLING = Duration.ofSeconds(1);

    @Bean
    JobWorkers sendingWorkers(
            DataSource dataSource, MessageQueue queue, MessageLanes lanes, MessageSender sender, Clock clock) {
        var table = new Table("sending_tasks", dataSource);
        SchedulerClient client = table.client();
        var workers = new JobWorkers(
                table,
                LANES_AT_ONCE,
                POLLING,
                List.of(sendJob(sender, clock)),
                List.of(findDueJob(lanes, client, clock)),
                clock);
        queue.whenWanted(lane -> {
            add(client, lane, clock);
            DatabaseJobQueue.afterCommit(workers::wake);
        });
        return workers;
    }

    private static Task<String> sendJob(MessageSender sender, Clock clock) {
        return Tasks.custom(Jobs.SEND)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(5)))
                .onDeadExecutionRevive()
                .execute((job, _) -> sender.send(job.getData())
                        .<CompletionHandler<String>>map(wait -> (complete, operations) ->
                                operations.reschedule(complete, clock.instant().plus(wait)))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    /** Finds lanes without a job: one that got a message just as its job ended, or before its process was killed. */
    private static RecurringTask<Void> findDueJob(MessageLanes lanes, SchedulerClient client, Clock clock) {
        return Tasks.recurring(Jobs.FIND_DUE, FixedDelay.ofSeconds(1))
                .execute((_, _) -> lanes.dueLanes().forEach(lane -> add(client, lane, clock)));
    }

    /** The job of a lane has its name, so that there is one; while it runs, it looks again by itself. */
    private static void add(SchedulerClient client, String lane, Clock clock) {
        String name =
                UUID.nameUUIDFromBytes(lane.getBytes(StandardCharsets.UTF_8)).toString();
        var job = Jobs.SEND.instance(name).data(lane).build();
        if (!client.scheduleIfNotExists(job, clock.instant())) {
            try {
                client.reschedule(job, clock.instant());
            } catch (DbSchedulerException justNow) {
                // It runs or ends at this moment: it looks by itself, or is found in a second.
                log.debug("action=send lane={} outcome=busy", name);
            }
        }
    }
}
