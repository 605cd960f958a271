package dev.linekeeper.adapter.teams.turn;

import java.time.Duration;

/** Time-outs of a turn. */
final class TurnTimeouts {
    /** After this the typing indicator is shown. */
    static final Duration TYPING = Duration.ofMillis(700);

    /** After this the HTTP request of a button press ends, whatever the turn waits for; Teams shows an error after about 3 seconds. */
    static final Duration INVOKE = Duration.ofMillis(2200);

    /** After this any other HTTP request ends and the answer follows; Teams delivers again after 15 seconds. */
    static final Duration REQUEST = Duration.ofSeconds(3);

    /** A request that ends before its answer waits so much longer until the store has noted what is still to be answered. */
    static final Duration KEEPING = Duration.ofMillis(500);

    /** While an activity is being answered, this is noted so often; so often those that nobody answers are looked for. */
    static final Duration RENEWAL = Duration.ofSeconds(2);

    /** Who did not note it for so long is no longer there. */
    static final Duration DEAD = Duration.ofSeconds(6);

    /** What is older is not answered any more: people have moved on, and are told to ask again. */
    static final Duration ANSWERABLE = Duration.ofMinutes(15);

    /** A body that takes longer is not waited for; Teams sends them at once. */
    static final Duration BODY = Duration.ofSeconds(10);

    private TurnTimeouts() {}
}
