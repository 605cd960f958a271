package dev.linekeeper.service.metrics;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.MDC;

/** What every line of the log carries beside its own words: the activity, or the request and the step, it is about. */
public final class LogContext {
    public static final String ACTIVITY = "activity";
    public static final String REQUEST = "request";
    public static final String STEP = "step";

    private LogContext() {}

    /** A virtual thread for each task, whose lines carry what those of the submitting thread do. */
    public static ExecutorService threads() {
        return Executors.newThreadPerTaskExecutor(task -> {
            Map<String, String> carried = MDC.getCopyOfContextMap();
            return Thread.ofVirtual().unstarted(() -> {
                if (carried != null) {
                    MDC.setContextMap(carried);
                }
                task.run();
            });
        });
    }
}
