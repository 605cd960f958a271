package dev.linekeeper.service.tenant.limit;

import dev.linekeeper.service.tenant.BackendFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of calls to one surface. The first call in line waits for a place among those under way, then takes one
 * from the budget and is made. No call holds a part of the budget while it waits, so a pause stops every call that is
 * not under way already. Thread-safe.
 */
final class ApiLimiter {
    private static final Logger log = LoggerFactory.getLogger(ApiLimiter.class);

    /** What a surface may ask for at most; a mistaken answer must not stop us for a day. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** For a surface that does not say how long it wants to be left alone. */
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(64));

    private final RateLimitedApi surface;
    private final RateLimit budget;
    private final Duration longestWait;
    private final Clock clock;
    private final Sleeper pause;
    private final RandomGenerator random;
    private final ReentrantLock line = new ReentrantLock(true);
    private final Semaphore places;
    private final ThrottledCalls refused = new ThrottledCalls();
    private final LongAdder calls = new LongAdder();
    private final LongAdder waits = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder pauses = new LongAdder();

    ApiLimiter(
            RateLimitedApi surface,
            int atOnce,
            RateLimit budget,
            Duration longestWait,
            Clock clock,
            Sleeper pause,
            RandomGenerator random) {
        this.surface = surface;
        this.places = new Semaphore(atOnce, true);
        this.budget = budget;
        this.longestWait = longestWait;
        this.clock = clock;
        this.pause = pause;
        this.random = random;
    }

    /** Waits for the caller's turn and makes the call. */
    <T extends @Nullable Object> T pass(Supplier<T> call) {
        enter();
        Instant begun = clock.instant();
        try {
            calls.increment();
            T answer = call.get();
            refused.over();
            return answer;
        } catch (BackendFailure failure) {
            heed(failure, begun);
            throw failure;
        } finally {
            places.release();
        }
    }

    ApiCallCounts traffic() {
        return new ApiCallCounts(calls.sum(), waits.sum(), refusals.sum(), pauses.sum());
    }

    private void enter() {
        Instant end = clock.instant().plus(longestWait);
        try {
            if (!line.tryLock(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw tooFar(longestWait);
            }
            try {
                if (!places.tryAcquire(Math.max(0, left(end).toNanos()), TimeUnit.NANOSECONDS)) {
                    throw tooFar(longestWait);
                }
                takeOne(end);
            } finally {
                line.unlock();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BackendFailure(BackendFailure.FailureKind.TRANSIENT, "Stopped while waiting for a turn to ask");
        }
    }

    /** With a place already held; it is given back when the budget has nothing in time. */
    private void takeOne(Instant end) throws InterruptedException {
        boolean taken = false;
        try {
            Duration wait = budget.take(surface);
            if (!wait.isZero()) {
                waits.increment();
            }
            while (!wait.isZero()) {
                if (wait.compareTo(left(end)) > 0) {
                    throw tooFar(wait);
                }
                pause.sleep(wait);
                wait = budget.take(surface);
            }
            taken = true;
        } finally {
            if (!taken) {
                places.release();
            }
        }
    }

    private Duration left(Instant end) {
        return Duration.between(clock.instant(), end);
    }

    private LocalRateLimitExceeded tooFar(Duration wait) {
        refusals.increment();
        return new LocalRateLimitExceeded(surface, wait);
    }

    /** Pauses the surface for all replicas when the failure is a 429 or says how long to wait. */
    private void heed(BackendFailure failure, Instant begun) {
        boolean asked = failure.retryAfter().filter(Duration::isPositive).isPresent();
        if (failure.kind() != BackendFailure.FailureKind.THROTTLED && !asked) {
            return;
        }
        pauses.increment();
        Duration wait = failure.retryAfter()
                .filter(Duration::isPositive)
                .orElseGet(() -> BACKOFF.after(refused.inARow(begun, clock.instant()), random));
        Duration time = wait.compareTo(LONGEST_PAUSE) < 0 ? wait : LONGEST_PAUSE;
        log.warn("event=throttled surface={} pause={} asked={}", surface.label(), time, asked);
        budget.pause(surface, time);
    }

    /** Refusals since a call succeeded. Calls that were under way together are refused together, which counts once. */
    private static final class ThrottledCalls {
        private int count;
        private Instant last = Instant.MIN;

        synchronized int inARow(Instant begun, Instant now) {
            if (!begun.isBefore(last)) {
                count++;
                last = now;
            }
            return count;
        }

        synchronized void over() {
            count = 0;
            last = Instant.MIN;
        }
    }
}
