package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.ApprovalPolicy;
import dev.linekeeper.core.enrolment.AwaitingDecision;
import dev.linekeeper.core.enrolment.Request;
import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.service.people.Role;
import java.util.Set;

/** The result of a decision on a request. */
public sealed interface Decided {
    /** Approved; it is applied in the background. */
    record Approved(Request.Approved request) implements Decided {}

    /** One approval more, but not enough yet. */
    record MoreNeeded(AwaitingDecision request) implements Decided {}

    record Denied(Request.Rejected request) implements Decided {}

    record Cancelled(Request.Cancelled request) implements Decided {}

    /** Applying goes on from the step that failed. */
    record Resumed(Request.Applying request) implements Decided {}

    /** This person may not decide this request. */
    record Refused(Request request, ApprovalPolicy.Refusal why) implements Decided {}

    /** Only the requester, or somebody with one of these roles, may do that. */
    record NotAllowed(Request request, Set<Role> needed) implements Decided {}

    /** A denial needs a reason. */
    record ReasonNeeded(AwaitingDecision request) implements Decided {}

    /** The request does not wait for that any more, as for a late click; {@code now} says who did what and when. */
    record Late(Request now) implements Decided {}

    /** The person has another open request meanwhile. */
    record OpenAlready(Request open) implements Decided {}

    /** The time to decide was over. */
    record Expired(Request.Expired request) implements Decided {}

    /** The button had been used, was made for somebody else or belongs to an earlier state. Nothing was done. */
    record StaleButton(Request now) implements Decided {}

    record Unknown(RequestId request) implements Decided {}
}
