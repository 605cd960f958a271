package dev.linekeeper.service.execution;

import dev.linekeeper.service.tenant.limit.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long the execution of a request waits for the tenant, and how often it tries a step.
 *
 * @param readBack how long a written change may take to be seen before the step is tried again
 * @param tries how often a step is begun before we stop
 * @param firstRetry the wait after the first failure; it doubles each time
 * @param longestRetry the longest wait, unless the backend asks for more
 * @param giveUp how long an approved request may wait for the tenant to be readable
 */
public record RetryPolicy(Duration readBack, int tries, Duration firstRetry, Duration longestRetry, Duration giveUp) {
    public static final RetryPolicy USUAL = new RetryPolicy(
            Duration.ofSeconds(60), 6, Duration.ofSeconds(2), Duration.ofMinutes(2), Duration.ofHours(1));

    /** The wait after a failed try (1 for the first): doubled each time, with jitter so that many do not come at once. */
    Duration after(int failedTries, RandomGenerator random) {
        return backoff().after(failedTries, random);
    }

    /** The next wait after {@code waited} in all for the tenant to be readable; empty when it is time to give up. */
    Optional<Duration> afterWaiting(Duration waited) {
        return waited.compareTo(giveUp) >= 0
                ? Optional.empty()
                : Optional.of(backoff().afterWaiting(waited));
    }

    private Backoff backoff() {
        return new Backoff(firstRetry, longestRetry);
    }
}
