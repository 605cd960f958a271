package dev.linekeeper.simulator.playground;

import org.springframework.http.HttpStatus;

/** Something the page asked for that cannot be done, and what to do instead; both sentences are shown. */
final class Refusal extends RuntimeException {
    private final HttpStatus status;
    private final String advice;

    Refusal(HttpStatus status, String what, String advice) {
        super(what);
        this.status = status;
        this.advice = advice;
    }

    HttpStatus status() {
        return status;
    }

    String advice() {
        return advice;
    }
}
