package dev.linekeeper.simulator;

/** A wish for faults that cannot be read or cannot come true; the message names the place. */
public final class WrongWish extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongWish(String message) {
        super(message);
    }
}
