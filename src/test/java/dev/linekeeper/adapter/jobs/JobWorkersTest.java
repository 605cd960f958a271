package dev.linekeeper.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class JobWorkersTest {
    private static final int AT_ONCE = 3;

    @Test
    void many_jobs_are_done_so_many_at_once_and_each_of_them_once() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:workers;DB_CLOSE_DELAY=-1", "", "");
        Flyway.configure().dataSource(database).load().migrate();
        var table = new JobWorkers.Table("applying_tasks", database);
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        var goOn = new Semaphore(0);
        Set<String> done = ConcurrentHashMap.newKeySet();
        var job = Tasks.oneTime(Jobs.APPLY).execute((instance, _) -> {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            goOn.acquireUninterruptibly();
            under.decrementAndGet();
            assertThat(done.add(instance.getId())).isTrue();
        });
        var workers = new JobWorkers(table, AT_ONCE, Duration.ofSeconds(5), List.of(job), List.of(), Clock.systemUTC());
        workers.start();
        try {
            var client = table.client();
            for (int number = 0; number < 20; number++) {
                client.scheduleIfNotExists(
                        Jobs.APPLY.instance("job " + number).data("" + number).build(), Instant.now());
                workers.wake();
            }
            await().until(() -> under.get() == AT_ONCE);
            goOn.release(20);
            await().until(() -> done.size() == 20);
            assertThat(most).hasValue(AT_ONCE);
        } finally {
            workers.stop();
        }
    }

    @Test
    void what_still_runs_here_is_not_begun_again_when_its_heartbeats_come_late() throws Exception {
        var revived = new AtomicInteger();
        var goOn = new Semaphore(0);
        var task = new RunningOnce<>(Tasks.custom(Jobs.APPLY)
                .onDeadExecution((_, _) -> revived.incrementAndGet())
                .execute((_, _) -> {
                    goOn.acquireUninterruptibly();
                    return new CompletionHandler.OnCompleteRemove<>();
                }));
        TaskInstance<String> job = task.instance("1001", "1001");
        Runnable lookForTheDead = () -> task.getDeadExecutionHandler()
                .deadExecution(
                        ExecutionComplete.failure(
                                new Execution(Instant.EPOCH, job), Instant.EPOCH, Instant.EPOCH, null),
                        null);
        var running = Thread.ofVirtual().start(() -> task.execute(job, null));
        await().until(() -> task.running().contains("1001"));

        lookForTheDead.run();
        assertThat(revived).as("it runs").hasValue(0);
        goOn.release();
        running.join();
        lookForTheDead.run();
        assertThat(revived).as("its process is gone").hasValue(1);
    }
}
