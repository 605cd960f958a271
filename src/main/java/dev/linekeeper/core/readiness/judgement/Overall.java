package dev.linekeeper.core.readiness.judgement;

/** The overall result of a report (src/docs/shared-calling.md, Outcomes). */
public enum Overall {
    READY,
    READY_WITH_WARNINGS,
    NOT_READY,
    /** Nothing failed, but something that could have was not readable. In both modes. */
    NOT_VERIFIED,
    CAN_ENROL,
    CAN_ENROL_WITH_WARNINGS,
    BLOCKED
}
