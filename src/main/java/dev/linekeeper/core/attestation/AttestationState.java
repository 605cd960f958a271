package dev.linekeeper.core.attestation;

/** How an attestation stands today. Only the first two answer for anything. */
public enum AttestationState {
    HOLDS,
    /** It holds, and its end is near. */
    EXPIRES_SOON,
    /** What it is about could not be read, so nobody can say whether it is still the same. */
    NOT_COMPARED,
    /** What it is about has changed since. */
    OLDER,
    EXPIRED,
    WITHDRAWN;

    public boolean holds() {
        return this == HOLDS || this == EXPIRES_SOON;
    }
}
