package dev.linekeeper.adapter.jobs;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the workers last and stops them first. Running jobs may finish; another replica or the next start resumes those
 * that cannot.
 */
final class JobRunner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private final List<JobWorkers> workers;
    private volatile boolean running;

    JobRunner(List<JobWorkers> workers) {
        this.workers = List.copyOf(workers);
    }

    @Override
    public void start() {
        workers.forEach(each -> releaseOrphans(each.table()));
        workers.forEach(JobWorkers::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        workers.parallelStream().forEach(JobWorkers::stop);
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
     * Releases jobs that a dead process left marked as running, without waiting for missed heartbeats. Only for the
     * embedded database, which has one process: on PostgreSQL another replica may be running them.
     */
    private static void releaseOrphans(JobWorkers.Table table) {
        try (var connection = table.dataSource().getConnection()) {
            if (!connection.getMetaData().getURL().startsWith("jdbc:h2:")) {
                return;
            }
            try (var update = connection.prepareStatement(
                    "update %s set picked = false, picked_by = null, last_heartbeat = null, version = version + 1 where picked"
                            .formatted(table.name()))) {
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
