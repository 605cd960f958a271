package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A kind of jobs of which none is taken for dead while it runs in this process. On a database that is slow for a while the
 * heartbeats of hundreds come late, and what is begun again beside itself writes twice. Thread-safe.
 */
record RunningOnce<T>(Task<T> task, Set<String> running) implements Task<T> {
    RunningOnce(Task<T> task) {
        this(task, ConcurrentHashMap.newKeySet());
    }

    @Override
    public CompletionHandler<T> execute(TaskInstance<T> job, ExecutionContext context) {
        running.add(job.getId());
        try {
            return task.execute(job, context);
        } finally {
            running.remove(job.getId());
        }
    }

    @Override
    public DeadExecutionHandler<T> getDeadExecutionHandler() {
        return (dead, operations) -> {
            if (!running.contains(dead.getExecution().taskInstance.getId())) {
                task.getDeadExecutionHandler().deadExecution(dead, operations);
            }
        };
    }

    @Override
    public FailureHandler<T> getFailureHandler() {
        return task.getFailureHandler();
    }

    @Override
    public String getName() {
        return task.getName();
    }

    @Override
    public Class<T> getDataClass() {
        return task.getDataClass();
    }

    @Override
    public TaskInstance<T> instance(String id) {
        return task.instance(id);
    }

    @Override
    public TaskInstance<T> instance(String id, T data) {
        return task.instance(id, data);
    }

    @Override
    public TaskInstance.Builder<T> instanceBuilder(String id) {
        return task.instanceBuilder(id);
    }

    @Override
    public SchedulableInstance<T> schedulableInstance(String id) {
        return task.schedulableInstance(id);
    }

    @Override
    public SchedulableInstance<T> schedulableInstance(String id, T data) {
        return task.schedulableInstance(id, data);
    }
}
