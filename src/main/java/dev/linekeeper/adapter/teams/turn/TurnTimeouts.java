package dev.linekeeper.adapter.teams.turn;

import java.time.Duration;

/** Time-outs of a turn. */
final class TurnTimeouts {
    /** After this the typing indicator is shown. */
    static final Duration TYPING = Duration.ofMillis(700);

    /** After this a button press gets an interim message; Teams shows an error after about 3 seconds. */
    static final Duration INVOKE = Duration.ofMillis(2200);

    /** After this the HTTP request of a button press ends, whatever the turn waits for. */
    static final Duration INVOKE_REQUEST = Duration.ofMillis(2700);

    /** After this any other HTTP request ends and the answer follows; Teams delivers again after 15 seconds. */
    static final Duration REQUEST = Duration.ofMillis(3500);

    /** While an activity is being answered, this is noted so often. */
    static final Duration RENEWAL = Duration.ofSeconds(2);

    /** Who did not note it for so long is no longer there. */
    static final Duration DEAD = Duration.ofSeconds(6);

    /** After this an answer after an interim message is given up. */
    static final Duration LATE_ANSWER = Duration.ofMinutes(5);

    private TurnTimeouts() {}
}
