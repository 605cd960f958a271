package dev.linekeeper.service.requests;

/** What can be done to a request from a card. */
public enum Verb {
    APPROVE,
    DENY,
    CANCEL,
    RETRY
}
