package dev.linekeeper.service.requests;

/** What a button of a card can do to a request. */
public enum RequestAction {
    APPROVE,
    /** The second yes to a request of high risk. */
    CONFIRM,
    DENY,
    CANCEL,
    RETRY,
    /** Of a batch: nobody begins who has not begun, until somebody says so. */
    PAUSE,
    RESUME,
    /** Of a batch: who has not begun is not applied. */
    STOP
}
