package dev.linekeeper.service.tenant.limit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For whom a tenant is called. While both wait for a turn, questions get three of four and bulk work one; bulk work never
 * has all of the calls under way, so that no question waits for a slow one of its calls to end.
 */
public enum CallLane {
    /** Somebody waits for the answer. Every thread is in this lane unless it was started in the other. */
    QUESTION,
    /** Applying, reading everybody, and reading again in the background what people share. */
    BULK;

    /** Inherited, as whoever reads side by side starts threads of their own for it. */
    private static final ThreadLocal<@Nullable CallLane> CURRENT = new InheritableThreadLocal<>();

    /** The lane of this thread. */
    public static CallLane current() {
        CallLane lane = CURRENT.get();
        return lane == null ? QUESTION : lane;
    }

    /** Does the work, and what the threads do that it starts, in this lane. */
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        CallLane before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }

    /** {@link #call} for work without a result. */
    public void run(Runnable work) {
        this.<@Nullable Void>call(() -> {
            work.run();
            return null;
        });
    }
}
