package dev.linekeeper.simulator.playground;

import org.springframework.http.HttpStatus;

/** What the connector answers a bot that asks for something it cannot have. */
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
