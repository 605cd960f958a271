package dev.linekeeper.service.people;

/** The roles of people, from Entra groups. Everybody is a user; the other roles are granted by a group. */
public enum Role {
    USER,
    HELPDESK,
    ADMIN,
    APPROVER,
    AUDITOR,
    OWNER,
    /** May attest what no API tells. Where it has no group, voice admins may. */
    ATTESTER
}
