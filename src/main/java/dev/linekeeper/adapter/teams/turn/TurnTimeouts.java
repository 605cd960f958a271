package dev.linekeeper.adapter.teams.turn;

import java.time.Duration;

/** Time-outs of a turn. */
final class TurnTimeouts {
    /** After this the typing indicator is shown. */
    static final Duration TYPING = Duration.ofMillis(700);

    /** After this a button press gets an interim message; Teams shows an error after about 3 seconds. */
    static final Duration INVOKE = Duration.ofMillis(2200);

    /** After this the HTTP request ends and the answer follows; Teams gives up after 15 seconds. */
    static final Duration REQUEST = Duration.ofSeconds(10);

    /** After this an answer after an interim message is given up. */
    static final Duration LATE_ANSWER = Duration.ofMinutes(5);

    private TurnTimeouts() {}
}
