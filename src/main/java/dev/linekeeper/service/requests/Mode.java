package dev.linekeeper.service.requests;

/** What may be changed in the tenant. */
public enum Mode {
    /** Nothing, and nothing can be asked for. */
    READ_ONLY,
    /** Nothing, but requests are made, decided and rehearsed. */
    DRY_RUN,
    LIVE
}
