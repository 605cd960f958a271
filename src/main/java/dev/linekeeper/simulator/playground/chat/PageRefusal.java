package dev.linekeeper.simulator.playground.chat;

import org.springframework.http.HttpStatus;

/** Something the page asked for that cannot be done, and what to do instead; both sentences are shown. */
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
