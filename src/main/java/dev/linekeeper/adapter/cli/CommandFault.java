package dev.linekeeper.adapter.cli;

/** What was asked cannot be done as asked; the message is the one line the person at the shell reads. */
final class CommandFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFault(String message) {
        super(message);
    }
}
