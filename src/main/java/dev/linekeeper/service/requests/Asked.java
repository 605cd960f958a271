package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Request;
import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.service.people.Role;
import java.util.Set;

/** The result of asking for a change: a request that was sent, or why none was. */
public sealed interface Asked {
    /** Stored and on its way to the approvers. {@code request.terms().approvers()} may be empty: then nobody can decide. */
    record Sent(Request.Pending request) implements Asked {}

    /** Only planned: {@link PlanResult.Ready} would be sent for approval, every other result cannot be. */
    record Planned(PlanResult result) implements Asked {}

    /** The request to undo cannot be undone. */
    record NotUndoable(Request request, PlanResult.CannotUndo reason) implements Asked {}

    /** The person has an open request, and there is one at a time. */
    record OpenAlready(Request open) implements Asked {}

    /** Only people with one of these roles may ask for that. */
    record NotAllowed(Set<Role> needed) implements Asked {}

    /** Linekeeper is set to change nothing. */
    record ReadOnly() implements Asked {}

    record UnknownRequest(RequestId request) implements Asked {}
}
