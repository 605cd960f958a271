package dev.linekeeper.service.tenant;

import java.time.Duration;
import java.util.Optional;

/**
 * A call that our own rate limit did not let through in time. The tenant was not asked; {@code retryAfter} says when
 * to try again.
 */
public final class TurnTooFar extends BackendFailure {
    private static final long serialVersionUID = 1L;

    TurnTooFar(Surface surface, Duration wait) {
        super(
                Kind.THROTTLED,
                "LocalLimit",
                "Too much is asked of the tenant at the moment (%s); it can be asked again in %d s"
                        .formatted(surface.label(), Math.max(1, wait.toSeconds())),
                "",
                Optional.of(wait));
    }
}
