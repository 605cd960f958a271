package dev.linekeeper.service.metrics;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.MDC;

/** What every line of the log, and every span, carries beside its own words: the activity, or the request and the step, it is about. */
public final class LogContext {
    public static final String ACTIVITY = "activity";
    public static final String REQUEST = "request";
    public static final String STEP = "step";

    private LogContext() {}

    /** Work about one thing, until it is closed. */
    public interface About extends AutoCloseable {
        @Override
        void close();
    }

    /** Begins work about one thing: its lines carry the id under the key, and it is a span of that name. */
    public static About about(String key, String id, String name) {
        var lines = MDC.putCloseable(key, id);
        var span = Spans.begin(name).with(key, id);
        return () -> {
            span.close();
            lines.close();
        };
    }

    /** A virtual thread for each task, whose lines carry what those of the submitting thread do. */
    public static ExecutorService threads() {
        return Executors.newThreadPerTaskExecutor(task -> {
            Runnable ours = Spans.carried(task);
            Map<String, String> carried = MDC.getCopyOfContextMap();
            return Thread.ofVirtual().unstarted(() -> {
                if (carried != null) {
                    MDC.setContextMap(carried);
                }
                ours.run();
            });
        });
    }
}
