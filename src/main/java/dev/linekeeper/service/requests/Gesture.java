package dev.linekeeper.service.requests;

/** The form a decision comes in. */
public sealed interface Gesture {
    /** Typed: {@code approve 1042}. */
    record Typed() implements Gesture {}

    /** Pressed on a card that carries a one-shot token from {@link Tokens#issue}. */
    record Pressed(String token) implements Gesture {}
}
