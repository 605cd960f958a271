package dev.linekeeper.simulator.playground.chat;

import org.springframework.http.HttpStatus;

/** Thrown when a request of the page cannot be fulfilled; the page shows message and advice, a sentence each. */
public final class PageRefusal extends RuntimeException {
    private final HttpStatus status;
    private final String advice;

    public PageRefusal(HttpStatus status, String what, String advice) {
        super(what);
        this.status = status;
        this.advice = advice;
    }

    public HttpStatus status() {
        return status;
    }

    public String advice() {
        return advice;
    }
}
