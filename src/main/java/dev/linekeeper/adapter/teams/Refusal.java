package dev.linekeeper.adapter.teams;

import org.springframework.http.HttpStatus;

/** Something we will not process. The reason goes to the log; the sender learns the status and a reference to it. */
final class Refusal extends Exception {
    private final HttpStatus status;

    private Refusal(HttpStatus status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    static Refusal malformed(String reason) {
        return new Refusal(HttpStatus.BAD_REQUEST, reason);
    }

    static Refusal forbidden(String reason) {
        return new Refusal(HttpStatus.FORBIDDEN, reason);
    }

    static Refusal tooLarge(int limit) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "more than " + limit + " bytes");
    }

    HttpStatus status() {
        return status;
    }
}
