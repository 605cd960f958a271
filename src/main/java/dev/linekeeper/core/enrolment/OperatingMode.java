package dev.linekeeper.core.enrolment;

/** What may be changed in the tenant ({@code linekeeper.mode}). */
public enum OperatingMode {
    /** Nothing is changed, and a request is refused with the reason. */
    READ_ONLY,
    /** Requests are made, decided and rehearsed without touching the tenant. */
    DRY_RUN,
    LIVE
}
