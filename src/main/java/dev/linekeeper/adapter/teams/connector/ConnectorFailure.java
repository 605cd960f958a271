package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.FailedCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A message could not be sent through the Bot Connector.
 *
 * @see <a href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages">Status
 *     codes from bot conversational APIs</a>
 */
public final class ConnectorFailure extends RuntimeException implements FailedCall {
    public enum ConnectorFailureKind {
        /** The message to replace, or the conversation, no longer exists. */
        GONE,
        /** The bot is no longer in the conversation; it hears when it is added again. */
        REMOVED,
        /** The person has blocked or muted the bot; it does not hear when that ends. */
        BLOCKED,
        /** The bot may not write at all, such as when an admin has disabled it; says nothing about the person. */
        FORBIDDEN,
        /** The bot's own token was refused or cannot be had; says nothing about the person. */
        UNAUTHORISED,
        /** The message is too large. */
        TOO_LARGE,
        /** Teams throttles the bot: nothing was accepted. */
        THROTTLED,
        /** Another operation on the conversation got in the way (412): nothing was accepted. */
        CONFLICT,
        /** Nobody was there to take the message. */
        NO_CONNECTION,
        /** Teams could not take the message at the moment (502, 503). */
        UNAVAILABLE,
        /** No answer, or one that does not tell; the message may have been sent. */
        UNKNOWN,
        /** Teams does not take such a message. */
        REFUSED,
        /** The service URL is not an allowed one; nothing was sent. */
        NOT_ALLOWED
    }

    private static final long serialVersionUID = 1L;

    /** The codes that say more than their status, whatever else is in the answer. */
    private static final Map<String, ConnectorFailureKind> CODES = Map.of(
            "botnotinconversationroster", ConnectorFailureKind.REMOVED,
            "forbiddenoperationexception", ConnectorFailureKind.REMOVED,
            "conversationnotfound", ConnectorFailureKind.REMOVED,
            "conversationblockedbyuser", ConnectorFailureKind.BLOCKED,
            "messagewritesblocked", ConnectorFailureKind.BLOCKED,
            "messagesizetoobig", ConnectorFailureKind.TOO_LARGE);

    private final ConnectorFailureKind kind;
    private final int status;
    private final Duration retryAfter;

    ConnectorFailure(ConnectorFailureKind kind, String detail) {
        this(kind, detail, 0, Duration.ZERO);
    }

    private ConnectorFailure(ConnectorFailureKind kind, String detail, int status, Duration retryAfter) {
        super(detail);
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The bot could not be brought to somebody at the moment, so nothing was sent. */
    static ConnectorFailure notInstalled(BackendFailure failure) {
        return new ConnectorFailure(
                failure.kind() == FailureKind.THROTTLED
                        ? ConnectorFailureKind.THROTTLED
                        : ConnectorFailureKind.UNAVAILABLE,
                "The bot was not installed: " + failure.getMessage(),
                0,
                failure.retryAfter().orElse(Duration.ZERO));
    }

    /**
     * The failure that an answer stands for.
     *
     * @param body may have the code in an object, in an object within a text, or as a text: it is looked for everywhere
     * @param retryAfter zero when the answer does not say
     */
    static ConnectorFailure answered(int status, byte[] body, Duration retryAfter) {
        String text = new String(body, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        var kind = status / 100 == 4
                ? CODES.keySet().stream().filter(text::contains).findFirst().map(CODES::get)
                : Optional.<ConnectorFailureKind>empty();
        return new ConnectorFailure(kind.orElseGet(() -> kind(status)), "status " + status, status, retryAfter);
    }

    /** A message that our own limit did not let through; so long to wait. */
    static ConnectorFailure notNow(Duration wait) {
        return new ConnectorFailure(ConnectorFailureKind.THROTTLED, "own limit", 0, wait);
    }

    private static ConnectorFailureKind kind(int status) {
        return switch (status) {
            case 401 -> ConnectorFailureKind.UNAUTHORISED;
            case 403 -> ConnectorFailureKind.FORBIDDEN;
            case 404, 410 -> ConnectorFailureKind.GONE;
            case 412 -> ConnectorFailureKind.CONFLICT;
            case 502, 503 -> ConnectorFailureKind.UNAVAILABLE;
            case 413 -> ConnectorFailureKind.TOO_LARGE;
            case 429 -> ConnectorFailureKind.THROTTLED;
            default -> status / 100 == 4 ? ConnectorFailureKind.REFUSED : ConnectorFailureKind.UNKNOWN;
        };
    }

    public ConnectorFailureKind kind() {
        return kind;
    }

    @Override
    public String kindLabel() {
        return FailedCall.label(kind);
    }

    @Override
    public String code() {
        return status == 0 ? "" : Integer.toString(status);
    }

    /** Whether Teams, or what stands before it, has answered at all. */
    public boolean isAnswer() {
        return status != 0;
    }

    /** How long Teams asks to wait; zero when it does not say. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the bot cannot write to this person until the bot is added again, or unblocked. */
    public boolean concernsPerson() {
        return kind == ConnectorFailureKind.REMOVED || kind == ConnectorFailureKind.BLOCKED;
    }
}
