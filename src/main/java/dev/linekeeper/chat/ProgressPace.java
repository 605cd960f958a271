package dev.linekeeper.chat;

import java.time.Duration;
import java.time.Instant;

/**
 * How often the card of a batch is replaced while it is being applied: every ten seconds at most, and less often the longer
 * it takes, so that a batch of many people is told of hardly more often than one of few.
 */
public final class ProgressPace {
    private static final Duration QUICKEST = Duration.ofSeconds(10);

    private ProgressPace() {}

    /** How long to wait for more to say: a tenth of the time it has been under way. */
    public static Duration of(Instant since, Instant now) {
        Duration tenth = Duration.between(since, now).dividedBy(10);
        return tenth.compareTo(QUICKEST) > 0 ? tenth : QUICKEST;
    }
}
