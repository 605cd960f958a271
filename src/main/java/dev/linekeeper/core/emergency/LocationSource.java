package dev.linekeeper.core.emergency;

import dev.linekeeper.core.tenant.Explanation;

/**
 * Where Teams takes the address of an emergency call from, the first one that is known
 * (<a href="https://learn.microsoft.com/microsoftteams/emergency-calling-dispatchable-location">dispatchable location</a>).
 */
public enum LocationSource {
    /** Found from the network: access point, then switch and port, then subnet. */
    NETWORK,
    /** What the person confirmed or entered for the network they are in. */
    CONFIRMED,
    /** What the operating system suggests. */
    OPERATING_SYSTEM,
    /** The address of the shared number. */
    SHARED_NUMBER;

    /** The source in the reader's language. */
    public Explanation text() {
        return Explanation.of("emergency.location."
                + switch (this) {
                    case NETWORK -> "network";
                    case CONFIRMED -> "confirmed";
                    case OPERATING_SYSTEM -> "operating-system";
                    case SHARED_NUMBER -> "shared-number";
                });
    }
}
