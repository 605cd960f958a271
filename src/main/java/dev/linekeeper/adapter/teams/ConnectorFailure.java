package dev.linekeeper.adapter.teams;

/** The Bot Connector did not take a message. */
final class ConnectorFailure extends RuntimeException {
    /** What the refusal means, by HTTP status. */
    enum Kind {
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

    private final Kind kind;

    ConnectorFailure(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    static ConnectorFailure status(int status) {
        Kind kind = switch (status) {
            case 404, 410 -> Kind.GONE;
            case 401, 403 -> Kind.FORBIDDEN;
            case 429 -> Kind.THROTTLED;
            default -> Kind.FAILED;
        };
        return new ConnectorFailure(kind, "status " + status);
    }

    Kind kind() {
        return kind;
    }
}
