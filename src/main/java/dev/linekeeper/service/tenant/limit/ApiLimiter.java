package dev.linekeeper.service.tenant.limit;

import dev.linekeeper.service.metrics.Measurement;
import dev.linekeeper.service.metrics.Metric;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of calls to one API. The call at its head has a place among those under way, takes one from the budget and is
 * made. No call holds a part of the budget while it waits, so a pause stops every call that is
 * not under way already. Thread-safe.
 */
final class ApiLimiter {
    private static final Logger log = LoggerFactory.getLogger(ApiLimiter.class);

    /** The longest pause an API can ask for; a mistaken answer must not stop all calls for a day. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** The pauses after a 429 without Retry-After. */
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(64));

    private final RateLimitedApi api;
    private final RateLimit budget;
    private final Duration longestWait;
    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final CallQueue queue;
    private final ThrottledCalls throttled = new ThrottledCalls();
    private final EndedCalls ended;
    private final LongAdder calls = new LongAdder();
    private final LongAdder waits = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder pauses = new LongAdder();

    ApiLimiter(
            RateLimitedApi api,
            int atOnce,
            RateLimit budget,
            Duration longestWait,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random) {
        this.api = api;
        this.ended = new EndedCalls(api);
        this.queue = new CallQueue(atOnce);
        this.budget = budget;
        this.longestWait = longestWait;
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
    }

    /** Waits for the caller's turn and makes the call. */
    <T extends @Nullable Object> T run(Supplier<T> call) {
        CallLane lane = CallLane.current();
        waitForTurn(lane);
        Instant begun = clock.instant();
        try {
            calls.increment();
            T answer = ended.counted(call);
            throttled.reset();
            return answer;
        } catch (BackendFailure failure) {
            pauseIfThrottled(failure, begun);
            throw failure;
        } finally {
            queue.end(lane);
        }
    }

    <T extends @Nullable Object> T outside(Supplier<T> call) {
        return ended.counted(call);
    }

    ApiCallCounts callCounts() {
        return new ApiCallCounts(calls.sum(), waits.sum(), refusals.sum(), pauses.sum());
    }

    Stream<Measurement> measurements() {
        return Stream.concat(
                Stream.of(
                        Metric.TENANT_CALLS.of(calls.sum(), api.label()),
                        Metric.TENANT_WAITS.of(waits.sum(), api.label()),
                        Metric.TENANT_REFUSALS.of(refusals.sum(), api.label()),
                        Metric.TENANT_PAUSES.of(pauses.sum(), api.label())),
                ended.measurements());
    }

    private void waitForTurn(CallLane lane) {
        Instant end = clock.instant().plus(longestWait);
        try {
            if (!queue.reachHead(lane, longestWait.toNanos())) {
                throw limitExceeded(longestWait);
            }
            boolean taken = false;
            try {
                takeFromBudget(end);
                taken = true;
            } finally {
                queue.leaveHead();
                if (!taken) {
                    queue.end(lane);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BackendFailure(FailureKind.TRANSIENT, "Stopped while waiting for a turn to ask");
        }
    }

    /** Takes one call from the budget, in time or not at all. */
    private void takeFromBudget(Instant end) throws InterruptedException {
        Duration wait = budget.take(api);
        if (!wait.isZero()) {
            waits.increment();
        }
        while (!wait.isZero()) {
            if (wait.compareTo(left(end)) > 0) {
                throw limitExceeded(wait);
            }
            sleeper.sleep(wait);
            wait = budget.take(api);
        }
    }

    private Duration left(Instant end) {
        return Duration.between(clock.instant(), end);
    }

    private LocalRateLimitExceeded limitExceeded(Duration wait) {
        refusals.increment();
        return new LocalRateLimitExceeded(api, wait);
    }

    /** Pauses the API for all replicas when the failure is a 429 or says how long to wait. */
    private void pauseIfThrottled(BackendFailure failure, Instant begun) {
        boolean asked = failure.retryAfter().filter(Duration::isPositive).isPresent();
        if (failure.kind() != FailureKind.THROTTLED && !asked) {
            return;
        }
        pauses.increment();
        Duration wait = failure.retryAfter()
                .filter(Duration::isPositive)
                .orElseGet(() -> BACKOFF.after(throttled.inARow(begun, clock.instant()), random));
        Duration time = wait.compareTo(LONGEST_PAUSE) < 0 ? wait : LONGEST_PAUSE;
        log.warn("action=throttled surface={} pause={} asked={}", api.label(), time, asked);
        budget.pause(api, time);
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

        synchronized void reset() {
            count = 0;
            last = Instant.MIN;
        }
    }
}
