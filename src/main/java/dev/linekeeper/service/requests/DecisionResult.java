package dev.linekeeper.service.requests;

import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.people.Role;
import java.util.Set;

/** The result of a decision on a request. */
public sealed interface DecisionResult {
    /** Approved; it is applied in the background. */
    record FullyApproved(Request.Approved request) implements DecisionResult {}

    /** One approval more, but not enough yet. */
    record MoreNeeded(AwaitingDecision request) implements DecisionResult {}

    /** Nothing is approved yet: the risk is high, so the same person is asked once more, for whom {@code token} is good. */
    record ConfirmationNeeded(AwaitingDecision request, String token) implements DecisionResult {}

    record Denied(Request.Rejected request) implements DecisionResult {}

    record Withdrawn(Request.Cancelled request) implements DecisionResult {}

    /** Applying goes on from the step that failed, if the approval still stands. */
    record Resumed(Request.Approved request) implements DecisionResult {}

    /** This person may not decide this request. */
    record DeciderRefused(Request request, ApprovalPolicy.DecisionRefusal why) implements DecisionResult {}

    /** Only the requester, or somebody with one of these roles, may do that. */
    record DecisionNotAllowed(Request request, Set<Role> needed) implements DecisionResult {}

    /** A denial needs a reason. */
    record ReasonNeeded(AwaitingDecision request) implements DecisionResult {}

    /** The request does not wait for that any more, as for a late click; {@code now} says who did what and when. */
    record DecidedAlready(Request now) implements DecisionResult {}

    /** The person has another open request meanwhile. */
    record AnotherIsOpen(Request open) implements DecisionResult {}

    /** The time to decide was over. */
    record TimeOver(Request.Expired request) implements DecisionResult {}

    /** The button had been used, was made for somebody else, carries no token or is outdated, or others read along: nothing was done. */
    record StaleButton(Request now) implements DecisionResult {}

    record NothingToDecide(RequestId request) implements DecisionResult {}
}
