package dev.linekeeper.core.numbers;

import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import java.util.Optional;

/** What numbers somebody may ask for: by whether they are given to anybody, and by what they may be given for. */
public enum NumberUse {
    FREE,
    USED,
    /** For resource accounts: {@code VoiceApplicationAssignment}. */
    SERVICE,
    /** For people: {@code UserAssignment}. */
    USER,
    TOLL_FREE,
    /** Kept by a Shared Calling policy for callbacks of emergency calls. */
    CALLBACK;

    /**
     * Whether the number is of that use; empty where that is not told.
     *
     * @param tollFree whether it is, where that is known
     */
    Optional<Boolean> is(TelephoneNumber number, Optional<Boolean> tollFree) {
        var state = Optional.of(number.status()).filter(status -> status != NumberStatus.UNKNOWN);
        return switch (this) {
            case FREE -> state.map(NumberStatus.UNASSIGNED::equals);
            case USED -> state.map(status -> status != NumberStatus.UNASSIGNED);
            case CALLBACK -> state.map(NumberStatus.POLICY_ASSIGNED::equals);
            case SERVICE -> number.may(Capability.VOICE_APPLICATION_ASSIGNMENT).known();
            case USER -> number.may(Capability.USER_ASSIGNMENT).known();
            case TOLL_FREE -> tollFree;
        };
    }
}
