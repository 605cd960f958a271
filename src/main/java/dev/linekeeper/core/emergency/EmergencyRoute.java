package dev.linekeeper.core.emergency;

/** The way a call to one emergency number is set to take. */
public enum EmergencyRoute {
    BY_OPERATOR,
    BY_USAGE,
    /** By a PSTN usage, though the number is none of Direct Routing (rule EMG-02): not supported. */
    WRONG_TRUNK,
    /** Nothing carries the call out (rules EMG-03 and EMG-04). */
    NOWHERE,
    UNKNOWN
}
