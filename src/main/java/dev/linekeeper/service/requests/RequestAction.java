package dev.linekeeper.service.requests;

/** What a button of a card can do to a request. */
public enum RequestAction {
    APPROVE,
    DENY,
    CANCEL,
    RETRY
}
