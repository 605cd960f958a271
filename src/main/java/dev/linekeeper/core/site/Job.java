package dev.linekeeper.core.site;

/** Whose job a line of the preparation is. Scripts read the names. */
public enum Job {
    /** Linekeeper can ask for it. */
    OURS,
    /** Whoever keeps Linekeeper's settings. */
    OWNER,
    /** A Teams administrator, in the admin centre or PowerShell. */
    TEAMS_ADMIN,
    LICENCE_TEAM,
    /** Whoever pays for calls: post-pay, credits or the agreement with Microsoft. */
    FUNDING_OWNER,
    /** Whom the number comes from: the operator, or Microsoft's number service desk. */
    OPERATOR,
    /** Whoever runs the session border controller. */
    GATEWAY_TEAM,
    /** Whoever keeps the menu of the auto attendant. */
    ATTENDANT_OWNER
}
