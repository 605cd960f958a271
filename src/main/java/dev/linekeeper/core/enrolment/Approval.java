package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;

/**
 * One approver's yes.
 *
 * @param proof why they could say it, as read at that moment, such as {@code APPROVER by group}
 */
public record Approval(UserId by, Instant at, String proof) {}
