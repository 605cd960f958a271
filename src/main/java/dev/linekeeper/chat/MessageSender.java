package dev.linekeeper.chat;

import java.time.Duration;
import java.util.Optional;

/** Sends what waits in a lane of the {@link MessageLanes}. */
@FunctionalInterface
public interface MessageSender {
    /** Sends what is due, at the pace Teams allows; returns when to come again, empty when nothing is left. */
    Optional<Duration> send(String lane);
}
