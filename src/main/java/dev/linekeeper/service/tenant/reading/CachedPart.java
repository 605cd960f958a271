package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.service.tenant.limit.CallLane;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A part of the tenant that is slow to read, cached with the time of its reading. While it cannot be read, the last
 * good reading is shown up to an age; after that it is missing, with the reason. A cache by time alone cannot do
 * that: it would drop the reading that is still good when the next one fails. Thread-safe; one thread reads at a
 * time.
 */
final class CachedPart<T> {
    private static final Logger log = LoggerFactory.getLogger(CachedPart.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);

    private final String name;
    private final Supplier<Fact<T>> read;
    private final Clock clock;
    private final Duration limit;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger readCount = new AtomicInteger();
    private volatile @Nullable Fact<T> last;
    private volatile @Nullable Instant triedAt;
    private volatile Fact.@Nullable Known<T> lastGood;

    CachedPart(String name, Supplier<Fact<T>> read, Clock clock, Duration limit) {
        this.name = name;
        this.read = read;
        this.clock = clock;
        this.limit = limit;
    }

    /** Reads the part now, or waits for the thread that is reading it; missing when it cannot be read. */
    Fact<T> refresh() {
        var before = readCount.get();
        reading.lock();
        try {
            var meanwhile = last;
            if (meanwhile != null && readCount.get() != before) {
                return meanwhile;
            }
            return read();
        } finally {
            reading.unlock();
        }
    }

    /** The last reading, known or missing. */
    Fact<T> lastRead() {
        var read = last;
        return read == null ? refresh() : read;
    }

    /** The last good reading while it is within the age limit, else the last reading. */
    Fact<T> shown() {
        var acceptable = acceptable();
        return acceptable == null ? refresh() : acceptable;
    }

    /** {@link #lastRead} for decisions and changes, {@link #shown()} for display. */
    Fact<T> fact(boolean strict) {
        return strict ? lastRead() : shown();
    }

    /**
     * What can be shown; when the last reading is older than {@code age} it is read again in the background
     * meanwhile.
     */
    Fact<T> shown(Duration age, Executor background) {
        if (isDue(age) && refreshing.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    CallLane.BULK.call(this::refresh);
                } finally {
                    refreshing.set(false);
                }
            });
        }
        return shown();
    }

    /** Whether the part must be read before anything can be shown. */
    boolean mustBeRead() {
        return acceptable() == null;
    }

    private @Nullable Fact<T> acceptable() {
        var good = lastGood;
        if (good != null && good.asOf().isAfter(clock.instant().minus(limit))) {
            return good;
        }
        return last instanceof Fact.Missing<T> missing ? missing : null;
    }

    /** When it was last read well; empty when it never was. */
    @Nullable
    Instant goodAsOf() {
        var good = lastGood;
        return good == null ? null : good.asOf();
    }

    /** Whether it is time to read it again: after {@code age}, and soon when the last reading failed. */
    boolean isDue(Duration age) {
        var tried = triedAt;
        var wait = last instanceof Fact.Missing<T> && AFTER_A_FAILURE.compareTo(age) < 0 ? AFTER_A_FAILURE : age;
        return tried == null || !tried.plus(wait).isAfter(clock.instant());
    }

    /** Drops all readings, the one under way included: the part was changed in the tenant. */
    void forget() {
        changes.incrementAndGet();
        lastGood = null;
        last = null;
    }

    private Fact<T> read() {
        while (true) {
            var began = changes.get();
            var now = read.get();
            if (began != changes.get()) {
                continue;
            }
            switch (now) {
                case Fact.Known<T> known -> lastGood = known;
                case Fact.Missing<T> missing -> logOnce(missing);
            }
            triedAt = clock.instant();
            last = now;
            readCount.incrementAndGet();
            return now;
        }
    }

    /**
     * Logs a failure once for every reason; as information while the part was never read: the tenant may not have it.
     */
    private void logOnce(Fact.Missing<T> missing) {
        if (missing.equals(last)) {
            return;
        }
        log.atLevel(lastGood == null ? Level.INFO : Level.WARN)
                .log("action=not-read part=\"{}\" older={} reason=\"{}\"", name, goodAsOf(), missing.why());
    }
}
