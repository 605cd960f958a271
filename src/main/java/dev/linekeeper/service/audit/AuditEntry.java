package dev.linekeeper.service.audit;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An entry of the audit trail: one thing that happened.
 *
 * @param at when, to the millisecond
 * @param actor who did it; empty when Linekeeper did it by itself
 * @param request the request it belongs to
 * @param person whom it concerns
 * @param details further values by name; never a secret, a token or a whole telephone number that is not
 *     part of a plan
 */
public record AuditEntry(
        Instant at,
        Optional<UserId> actor,
        Action action,
        Optional<RequestId> request,
        Optional<UserId> person,
        SortedMap<String, String> details) {

    public enum Action {
        ASKED,
        /** Somebody was not allowed to ask, decide or read. */
        REFUSED,
        APPROVED,
        DENIED,
        CANCELLED,
        EXPIRED,
        NEEDS_FRESH_LOOK,
        OVERTAKEN,
        APPLYING_STARTED,
        STEP_DONE,
        STOPPED,
        /** Members of a batch that have not begun do not begin, until somebody says so. */
        PAUSED,
        RESUMED,
        COMPLETED,
        UNDONE,
        /** What changed without us is to stay so. */
        ACCEPTED,
        /** Somebody says of something that no API tells. */
        ATTESTED,
        WITHDRAWN,
        /** A free number is kept for somebody, and is not any more. */
        RESERVED,
        UNRESERVED,
        /** Somebody looked at another person's data. */
        READ,
        /** A setting that matters changed, such as the mode. */
        SETTING,
        /** What was personal in earlier records was erased. */
        ERASED
    }

    /** Somebody tried at a shell what takes another role; {@code tried} is the command. */
    public static AuditEntry refusedAtShell(Instant at, UserId who, String tried, String role) {
        return refused(
                at,
                Optional.of(who),
                Optional.empty(),
                Map.of("tried", tried, "why", "needs " + role, "place", "SHELL"));
    }

    /** Somebody was not allowed what they tried. */
    public static AuditEntry refused(
            Instant at, Optional<UserId> who, Optional<RequestId> request, Map<String, String> details) {
        return new AuditEntry(at, who, Action.REFUSED, request, Optional.empty(), details);
    }

    public AuditEntry {
        at = at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    public AuditEntry(
            Instant at,
            Optional<UserId> actor,
            Action action,
            Optional<RequestId> request,
            Optional<UserId> person,
            Map<String, String> details) {
        this(at, actor, action, request, person, new TreeMap<>(details));
    }
}
