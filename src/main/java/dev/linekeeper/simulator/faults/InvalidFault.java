package dev.linekeeper.simulator.faults;

/** A wish for faults that cannot be read or cannot come true; the message names the place. */
public final class InvalidFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidFault(String message) {
        super(message);
    }
}
