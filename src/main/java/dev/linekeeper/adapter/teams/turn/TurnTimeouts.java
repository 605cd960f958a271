package dev.linekeeper.adapter.teams.turn;

import java.time.Duration;

/** How long people and Teams are kept waiting for an answer. */
final class TurnTimeouts {
    /** After this somebody sees that we are at it. */
    static final Duration TYPING = Duration.ofMillis(700);

    /** After this a press is answered with a promise; Teams shows an error after about 3 seconds. */
    static final Duration INVOKE = Duration.ofMillis(2200);

    /** After this a request is let go while its answer is still worked on; Teams gives up after 15 seconds. */
    static final Duration REQUEST = Duration.ofSeconds(10);

    /** After this an answer that was promised is no longer waited for. */
    static final Duration LATE_ANSWER = Duration.ofMinutes(5);

    private TurnTimeouts() {}
}
