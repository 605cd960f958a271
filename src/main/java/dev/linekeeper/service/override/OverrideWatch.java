package dev.linekeeper.service.override;

import dev.linekeeper.core.override.EmergencyOverride;
import dev.linekeeper.core.override.OverrideLimits;
import dev.linekeeper.core.override.OverrideState.OverrideAsked;
import dev.linekeeper.core.override.OverrideState.OverrideEnd;
import dev.linekeeper.core.override.OverrideState.OverrideInForce;
import dev.linekeeper.core.override.OverrideState.OverrideOver;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the open overrides: ends those whose days or gap are over, and reminds of the others. Everything follows from what is
 * stored, so that it does not matter when the last look was made.
 */
public record OverrideWatch(
        OverrideStore store, OverrideMoves moves, OverrideReading reading, OverrideLimits limits, Clock clock) {
    private static final Logger log = LoggerFactory.getLogger(OverrideWatch.class);

    /** Looks at each of them. What fails for one is logged and tried again at the next look. */
    public void run() {
        for (StoredOverride stored : store.open()) {
            try {
                look(stored);
            } catch (RuntimeException failed) {
                log.warn(
                        "action=look-at-override override={} outcome=failed",
                        stored.override().id(),
                        failed);
            }
        }
    }

    private void look(StoredOverride stored) {
        Instant now = clock.instant();
        EmergencyOverride override = stored.override();
        switch (override.state()) {
            case OverrideAsked _ -> {
                if (!now.isBefore(override.decideBy()) || override.days().isOver(now)) {
                    end(stored, OverrideEnd.LAPSED, now);
                }
            }
            case OverrideInForce(var since, _) -> {
                if (override.days().isOver(now)) {
                    end(stored, OverrideEnd.EXPIRED, now);
                } else if (reading.isGone(override.person(), override.gap())) {
                    end(stored, OverrideEnd.MENDED, now);
                } else if (limits.remind(override, now)) {
                    moves.remind(stored, override.with(new OverrideInForce(since, Optional.of(now))));
                }
            }
            case OverrideOver _ -> {}
        }
    }

    private void end(StoredOverride stored, OverrideEnd how, Instant now) {
        moves.end(stored, new OverrideOver(how, Optional.empty(), "", now));
    }
}
