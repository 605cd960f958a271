package dev.linekeeper.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How often the card of a batch is replaced while it is being applied: every ten seconds at most, and less often the longer
 * it takes, so that a batch of many people is told of hardly more often than one of few. The more copies of the card there are,
 * the less often each: together twenty a minute, of thirty that may be sent.
 */
public final class ProgressPace {
    private static final Duration QUICKEST = Duration.ofSeconds(10);
    private static final Duration A_COPY = Duration.ofSeconds(3);

    private ProgressPace() {}

    /** How long to wait for more to say on one card: a tenth of the time it has been under way. */
    public static Duration of(Instant since, Instant now) {
        return of(since, now, 1);
    }

    /** The same on each of so many copies of the card. */
    public static Duration of(Instant since, Instant now, int copies) {
        Duration tenth = Duration.between(since, now).dividedBy(10);
        return Stream.of(QUICKEST, tenth, A_COPY.multipliedBy(copies))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
