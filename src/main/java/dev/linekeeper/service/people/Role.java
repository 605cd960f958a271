package dev.linekeeper.service.people;

/** What somebody may do, from the tenant's groups. Everybody is a user; the rest must be granted. */
public enum Role {
    USER,
    HELPDESK,
    ADMIN,
    APPROVER,
    AUDITOR,
    OWNER
}
