package dev.linekeeper.adapter.cli.command;

/** What was asked cannot be done as asked; the message is the one line the person at the shell reads. */
public final class BadInput extends RuntimeException {
    public static final int EXIT_CODE = 2;

    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        super(message);
    }

    /** What is wrong, in the one line there is for it. */
    public static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
