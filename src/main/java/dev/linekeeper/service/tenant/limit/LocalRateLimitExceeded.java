package dev.linekeeper.service.tenant.limit;

import dev.linekeeper.service.tenant.BackendFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * A call that our own rate limit did not let through in time. The tenant was not asked; {@code retryAfter} says when
 * to try again.
 */
public final class LocalRateLimitExceeded extends BackendFailure {
    private static final long serialVersionUID = 1L;

    public LocalRateLimitExceeded(RateLimitedApi api, Duration wait) {
        super(
                FailureKind.THROTTLED,
                "LocalLimit",
                "Too much is asked of the tenant at the moment (%s); it can be asked again in %d s"
                        .formatted(api.label(), Math.max(1, wait.toSeconds())),
                "",
                Optional.of(wait));
    }
}
