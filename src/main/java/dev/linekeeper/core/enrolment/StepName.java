package dev.linekeeper.core.enrolment;

/**
 * The kinds of steps in a plan, by the names of src/docs/shared-calling.md. A plan has its own order, not the order of
 * this list.
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
    CREATE_POLICY,
    CHANGE_POLICY,
    REMOVE_POLICY,
    /** The emergency location of a shared number. */
    SET_PLACE,
    /** The voice routing policy of a resource account. */
    SET_ACCOUNT_ROUTING,
    /** The auto attendant that answers a resource account. */
    SET_ATTENDANT,
    /** An emergency call routing policy is made, changed or taken away again. */
    SET_EMERGENCY_ROUTING,
    /** A voice routing policy without PSTN usages is made, or taken away again. */
    SET_EMPTY_ROUTING,
    /** The number that a caller ID policy has people show. */
    SET_CALLER_ID,
    /** Whether people with a calling policy may call. */
    SET_CALLING,
    /** The usage location of a resource account. */
    SET_USAGE_LOCATION,
    /** Whether somebody can sign in as a resource account. */
    SET_SIGN_IN,
    GRANT_TO_GROUP,
    TAKE_FROM_GROUP,
    /** The Shared Calling policy of a single number. */
    SET_NUMBER_POLICY,
    /** The number of a resource account. */
    SET_ACCOUNT_NUMBER,
    /** A resource account is made. */
    CREATE_ACCOUNT,
    /** Read everything back and judge it again; changes nothing. */
    VERIFY
}
