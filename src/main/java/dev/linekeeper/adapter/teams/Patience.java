package dev.linekeeper.adapter.teams;

import java.time.Duration;

/**
 * How long people and Teams are kept waiting.
 *
 * @param typing after which somebody sees that we are at it
 * @param invoke after which a press is answered with a promise; Teams shows an error after about 3 seconds (T17)
 * @param request after which a request is let go while its answer is still being worked on; Teams gives up after 15 seconds
 */
record Patience(Duration typing, Duration invoke, Duration request) {
    static final Patience OF_TEAMS =
            new Patience(Duration.ofMillis(700), Duration.ofMillis(2200), Duration.ofSeconds(10));
}
