package dev.linekeeper.core.request;

import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;

/**
 * The approval of one approver.
 *
 * @param proof why the approver could give it, as read at that moment, such as {@code APPROVER by group}
 */
public record Approval(UserId by, Instant at, String proof) {}
