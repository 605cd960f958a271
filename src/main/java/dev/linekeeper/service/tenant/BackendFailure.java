package dev.linekeeper.service.tenant;

import java.time.Duration;
import java.util.Optional;

/**
 * A backend did not do what it was asked. Reads that fail become missing facts; writes that fail stop a step.
 *
 * @see FailureKind what can have happened, which decides whether trying again makes sense
 */
public class BackendFailure extends RuntimeException implements FailedCall {
    private static final long serialVersionUID = 1L;

    public enum FailureKind {
        NOT_FOUND,
        /** The bot lacks a permission or a role; the detail names it. */
        DENIED,
        INVALID,
        /** The tenant is not in the state the change expects. */
        CONFLICT,
        THROTTLED,
        /** Worth another try: time-out, dropped connection, 5xx. */
        TRANSIENT,
        /** This backend cannot do it at all. */
        UNSUPPORTED,
        /** The answer was not what the service documents. */
        PROTOCOL;

        /**
         * What an HTTP status says whatever the service; empty for those whose meaning only the service's words tell.
         */
        public static Optional<FailureKind> ofStatus(int status) {
            return switch (status) {
                case 401, 403 -> Optional.of(DENIED);
                case 404, 410 -> Optional.of(NOT_FOUND);
                case 405, 501 -> Optional.of(UNSUPPORTED);
                case 408 -> Optional.of(TRANSIENT);
                case 409, 412 -> Optional.of(CONFLICT);
                case 429 -> Optional.of(THROTTLED);
                default -> status >= 500 ? Optional.of(TRANSIENT) : Optional.empty();
            };
        }
    }

    private final FailureKind kind;
    private final String code;
    private final String requestId;
    private final transient Optional<Duration> retryAfter;

    /**
     * A failure as the backend described it.
     *
     * @param code the backend's own code, empty when it gave none
     * @param detail a sentence for an admin; never a token or a password
     * @param requestId the backend's id of the call for its support desk, empty when it gave none
     * @param retryAfter how long the backend asks us to wait
     */
    public BackendFailure(
            FailureKind kind, String code, String detail, String requestId, Optional<Duration> retryAfter) {
        super(detail);
        this.kind = kind;
        this.code = code;
        this.requestId = requestId;
        this.retryAfter = retryAfter;
    }

    public BackendFailure(FailureKind kind, String detail) {
        this(kind, "", detail, "", Optional.empty());
    }

    public FailureKind kind() {
        return kind;
    }

    @Override
    public String kindLabel() {
        return FailedCall.label(kind);
    }

    @Override
    public boolean isExpected() {
        return kind == FailureKind.NOT_FOUND;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String requestId() {
        return requestId;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether the same call may succeed later. */
    public boolean worthRetrying() {
        return kind == FailureKind.THROTTLED || kind == FailureKind.TRANSIENT;
    }
}
