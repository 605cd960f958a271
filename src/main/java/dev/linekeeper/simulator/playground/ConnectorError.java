package dev.linekeeper.simulator.playground;

import org.springframework.http.HttpStatus;

/** Thrown to answer a request of the bot with an error of the Bot Connector. */
final class ConnectorError extends RuntimeException {
    private final HttpStatus status;
    private final String code;

    ConnectorError(HttpStatus status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
