package dev.linekeeper.adapter.cli;

/** What was asked cannot be done as asked; the message is the one line the person at the shell reads. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message);
    }
}
