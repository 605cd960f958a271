package dev.linekeeper.core.emergency;

/** How grave the worst finding about emergency calls is, in rising order. */
public enum EmergencyLevel {
    NOTHING_FOUND,
    NEEDS_A_LOOK,
    /** A callback may not ring the phone that called: what is configured for it is not supported, or was not read. */
    CALLBACK_UNSURE,
    /** A callback does not ring the phone that called. */
    NO_CALLBACK,
    /** What people dial in that country is no emergency number in the policy that applies. */
    NOT_RECOGNISED,
    /** Something that decides whether the call gets out could not be read. */
    NOT_READ,
    /** The call may not get out. */
    IN_DOUBT,
    /** Emergency calls do not get out, others may. */
    NOT_OUT,
    /** No calls get out. */
    NO_CALLS;

    /** Whether emergency calls do not get out as configured. */
    public boolean stopsCalls() {
        return compareTo(NOT_OUT) >= 0;
    }
}
