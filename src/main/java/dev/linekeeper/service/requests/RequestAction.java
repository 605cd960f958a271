package dev.linekeeper.service.requests;

/** What a button of a card can do to a request. */
public enum RequestAction {
    APPROVE,
    /** The second yes to a request of high risk. */
    CONFIRM,
    DENY,
    CANCEL,
    RETRY
}
