package dev.linekeeper.service.tenant.reading;

/** A part of what people share that Linekeeper changes. */
public enum SharedPart {
    /** The Shared Calling policies, and the numbers they take and free. */
    SHARED_CALLING,
    /** The emergency call routing policies. */
    EMERGENCY_ROUTING,
    /** The voice routing policies. */
    VOICE_ROUTING,
    /** The caller ID policies. */
    CALLER_ID,
    /** The calling policies. */
    CALLING,
    ACCOUNTS,
    /** The resource accounts, and the numbers they take and free. */
    ACCOUNT_NUMBERS,
    NUMBERS,
    /** The policies granted to single numbers. */
    NUMBER_POLICIES
}
