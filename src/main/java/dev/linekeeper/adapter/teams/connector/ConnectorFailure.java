package dev.linekeeper.adapter.teams.connector;

/** The Bot Connector did not take a message. */
public final class ConnectorFailure extends RuntimeException {
    /** What the refusal means, by HTTP status. */
    public enum ConnectorFailureKind {
        /** The conversation, or the card to replace, is no longer there. */
        GONE,
        /** The bot may not write there: removed, blocked, or not installed. */
        FORBIDDEN,
        /** Too much is being sent, and waiting did not help. */
        THROTTLED,
        /** A service URL that is not on the list; nothing was sent. */
        NOT_ALLOWED,
        /** No answer, or none that says what became of the message. */
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
