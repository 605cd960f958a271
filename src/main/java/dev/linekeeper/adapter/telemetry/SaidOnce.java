package dev.linekeeper.adapter.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Lets the job scheduler and the pool tell one trouble once a minute: while the database is gone it meets the same one whenever it looks at
 * one of its tables, and tells it with all of its stack. Thread-safe.
 */
final class SaidOnce extends TurboFilter {
    /** Looks at the tables, heartbeats among them, and connections that are given up. Jobs that fail are told by another logger, each of them. */
    private static final Set<String> LOOKS = Set.of(
            "com.github.kagkarlsson.scheduler.RunUntilShutdown",
            "com.github.kagkarlsson.scheduler.RunAndLogErrors",
            "com.zaxxer.hikari.pool.ProxyConnection");

    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    /** {@code nanos} is the time in nanoseconds since any moment. */
    SaidOnce(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Begins to listen to what is logged. */
    SaidOnce in(LoggerContext context) {
        context.addTurboFilter(this);
        return this;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        if (failure == null || !level.isGreaterOrEqual(Level.WARN) || !LOOKS.contains(logger.getName())) {
            return FilterReply.NEUTRAL;
        }
        String trouble = "%s %s".formatted(format, failure.getClass().getName());
        long now = nanos.getAsLong();
        return told.compute(trouble, (_, before) -> before != null && now - before < BETWEEN.toNanos() ? before : now)
                        == now
                ? FilterReply.NEUTRAL
                : FilterReply.DENY;
    }
}
