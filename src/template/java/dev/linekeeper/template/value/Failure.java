package dev.linekeeper.template.value;

/**
 * An evaluation that did not yield a value: {@code 1/0}, a string where a number was needed.
 *
 * <p>A recoverable failure is part of the language: {@code &&}, {@code ||}, {@code !} and comparisons take it for false, a
 * text leaves the binding as it stands. One that is not recoverable ends the evaluation, as an exception thrown inside the
 * official engine does, and as every exceeded limit does here. It carries no stack trace, because templates may fail often
 * and cheaply.
 */
public final class Failure extends RuntimeException {
    private final Severity severity;

    /** How far a failure reaches. */
    private enum Severity {
        /** Operators and texts cope with it. */
        RECOVERABLE,
        /** Operators do not cope with it; a text around it does. */
        FATAL,
        /** A limit was exceeded: nothing copes with it. */
        LIMIT
    }

    private Failure(String message, Severity severity) {
        super(message, null, false, false);
        this.severity = severity;
    }

    /** A failure that operators and texts cope with. */
    public static Failure of(String message) {
        return new Failure(message, Severity.RECOVERABLE);
    }

    /** A failure where the official engine throws instead of reporting: operators do not cope with it. */
    public static Failure fatal(String message) {
        return new Failure(message, Severity.FATAL);
    }

    /** An exceeded limit. */
    public static Failure limit(String message) {
        return new Failure(message, Severity.LIMIT);
    }

    /** Whether operators such as {@code &&} may go on as if the value were false. */
    public boolean isRecoverable() {
        return severity == Severity.RECOVERABLE;
    }

    /** Whether a limit was exceeded. */
    public boolean isLimit() {
        return severity == Severity.LIMIT;
    }
}
