package dev.linekeeper.service.tenant.limit;

import java.time.Duration;

/** The calls that each surface may still take, counted for all replicas together. Implementations are thread-safe. */
public interface RateLimit {
    /**
     * Takes one call out of the budget, if there is one.
     *
     * @return zero when it was taken; otherwise nothing was, and this is how long it takes until there may be one
     */
    Duration take(RateLimitedApi surface);

    /** Lets no replica take a call for so long, and afterwards no more than usual; a longer pause that is on stays. */
    void pause(RateLimitedApi surface, Duration time);
}
