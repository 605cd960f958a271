package dev.linekeeper.adapter.teams.connector;

/** A message could not be sent through the Bot Connector. */
public final class ConnectorFailure extends RuntimeException {
    public enum ConnectorFailureKind {
        /** The conversation, or the card to replace, no longer exists. */
        GONE,
        /** The bot may not write to the conversation: removed, blocked or not installed. */
        FORBIDDEN,
        /** Teams throttles the bot, and waiting did not help. */
        THROTTLED,
        /** The service URL is not an allowed one; nothing was sent. */
        NOT_ALLOWED,
        /** No answer, or another error; the message may have been sent. */
        FAILED
    }

    private final ConnectorFailureKind kind;

    ConnectorFailure(ConnectorFailureKind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    static ConnectorFailure status(int status) {
        ConnectorFailureKind kind = switch (status) {
            case 404, 410 -> ConnectorFailureKind.GONE;
            case 401, 403 -> ConnectorFailureKind.FORBIDDEN;
            case 429 -> ConnectorFailureKind.THROTTLED;
            default -> ConnectorFailureKind.FAILED;
        };
        return new ConnectorFailure(kind, "status " + status);
    }

    public ConnectorFailureKind kind() {
        return kind;
    }
}
