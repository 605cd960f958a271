package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.fixes.Fixable;

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
    NUMBER_POLICIES;

    /** Where what is put right is found. */
    public static SharedPart of(Fixable what) {
        return switch (what) {
            case PLACE -> NUMBERS;
            case NUMBER -> ACCOUNT_NUMBERS;
            case EMERGENCY_ROUTING -> EMERGENCY_ROUTING;
            case EMPTY_ROUTING -> VOICE_ROUTING;
            case CALLER_ID -> CALLER_ID;
            case CALLING -> CALLING;
            case ROUTING, ATTENDANT, ACCOUNT, USAGE_LOCATION, SIGN_IN -> ACCOUNTS;
        };
    }
}
