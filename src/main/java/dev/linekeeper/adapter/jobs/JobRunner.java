package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the scheduler when everything else is up and stops it first: running jobs may finish, what they cannot finish
 * another replica or the next start takes up again.
 */
final class JobRunner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private final Scheduler scheduler;
    private final DataSource dataSource;
    private volatile boolean running;

    JobRunner(Scheduler scheduler, DataSource dataSource) {
        this.scheduler = scheduler;
        this.dataSource = dataSource;
    }

    @Override
    public void start() {
        releaseOrphans();
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /**
     * An embedded database has one process. What is marked as running while we start was left by one that died, so it
     * need not wait for its heartbeat to be missed. On PostgreSQL another replica may well be running it.
     */
    private void releaseOrphans() {
        try (var connection = dataSource.getConnection()) {
            if (!connection.getMetaData().getURL().startsWith("jdbc:h2:")) {
                return;
            }
            try (var update = connection.prepareStatement("update scheduled_tasks set picked = false, picked_by = null,"
                    + " last_heartbeat = null, version = version + 1 where picked")) {
                int released = update.executeUpdate();
                if (released > 0) {
                    log.info("action=resume-jobs count={}", released);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The jobs in the database cannot be read", failed);
        }
    }
}
