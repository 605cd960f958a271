package dev.linekeeper.service.tenant.limit;

import java.time.Duration;

/** The calls that each API may still take, counted for all replicas together. Implementations are thread-safe. */
public interface RateLimit {
    /**
     * Takes one call out of the budget, if there is one.
     *
     * @return zero when a call was taken; otherwise how long to wait before the next attempt
     */
    Duration take(RateLimitedApi api);

    /** Lets no replica take a call for so long, and afterwards no more than usual; a longer pause that is on stays. */
    void pause(RateLimitedApi api, Duration time);
}
