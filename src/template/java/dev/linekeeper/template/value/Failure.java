package dev.linekeeper.template.value;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/**
 * An evaluation that did not yield a value: {@code 1/0}, a string where a number was needed.
 *
 * <p>A recoverable failure is part of the language: {@code &&}, {@code ||}, {@code !} and comparisons take it for false, a
 * text leaves the binding as it stands. One that is not recoverable ends the evaluation, as an exception thrown inside the
 * official engine does, and as every exceeded limit does here. It carries no stack trace, because templates may fail often
 * and cheaply.
 */
public final class Failure extends RuntimeException {
    private static final int SHOWN = 200;

    private final String message;
    private final transient Object[] parts;
    private final Severity severity;

    /** How far a failure reaches. */
    private enum Severity {
        /** Operators and texts cope with it. */
        RECOVERABLE,
        /** Operators do not cope with it; a text around it does. */
        FATAL,
        /** A limit was exceeded, or something is not allowed: nothing copes with it. */
        LIMIT
    }

    private Failure(Severity severity, String message, Object... parts) {
        super(message, null, false, false);
        this.message = message;
        this.parts = parts;
        this.severity = severity;
    }

    /** A failure that operators and texts cope with; the parts are put into the message as {@link String#format} does. */
    public static Failure of(String message, Object... parts) {
        return new Failure(Severity.RECOVERABLE, message, parts);
    }

    /** A failure where the official engine throws instead of reporting: operators do not cope with it. */
    public static Failure fatal(String message, Object... parts) {
        return new Failure(Severity.FATAL, message, parts);
    }

    /** An exceeded limit. */
    public static Failure limit(String message) {
        return new Failure(Severity.LIMIT, message);
    }

    /** What the options do not allow: nothing copes with it, as with an exceeded limit. */
    public static Failure refused(String message, Object... parts) {
        return new Failure(Severity.LIMIT, message, parts);
    }

    /** The same failure, which operators do not cope with. */
    public Failure asFatal() {
        return isRecoverable() ? new Failure(Severity.FATAL, message, parts) : this;
    }

    /** What is wrong. It is put together only here, because most failures are never read; long values are cut. */
    @Override
    public String getMessage() {
        return parts.length == 0
                ? message
                : message.formatted(Arrays.stream(parts).map(Failure::shown).toArray());
    }

    private static String shown(Object part) {
        String text = part instanceof JsonNode value ? Text.shown(value, SHOWN) : String.valueOf(part);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
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
