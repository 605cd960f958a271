package dev.linekeeper.core.enrolment;

/**
 * What a step of a plan does, by the names of src/docs/shared-calling.md. Their order in a plan is the plan's, not this
 * one's.
 */
public enum StepName {
    RELEASE_NUMBER,
    ASSIGN_NUMBER,
    EV_ON,
    EV_OFF,
    GRANT_ECRP,
    GRANT_VRP,
    GRANT_SC,
    REVOKE_SC,
    RESTORE_VRP,
    RESTORE_ECRP,
    RESTORE_SC,
    /** Read everything back and judge it again; changes nothing. */
    VERIFY
}
