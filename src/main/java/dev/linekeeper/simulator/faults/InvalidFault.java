package dev.linekeeper.simulator.faults;

/** Thrown for a fault command that cannot be read or carried out; the message names the place. */
public final class InvalidFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidFault(String message) {
        super(message);
    }
}
