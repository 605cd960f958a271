package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.people.Role;
import java.util.Set;

/** The result of submitting a change: a request that was sent, or why none was. */
public sealed interface SubmissionResult {
    /** Whether a policy says already what it was to say. */
    default boolean isThere() {
        return this instanceof OnlyPlanned(PlanResult.PolicyRefused refused) && refused.isThere();
    }

    /** Whether what was asked for is there already, or is once it is approved and made. */
    default boolean isToBeThere() {
        return this instanceof Sent || isThere();
    }

    /** Stored and on its way to the approvers, of whom there are enough. */
    record Sent(Request.Pending request) implements SubmissionResult {}

    /** Only planned: {@link PlanResult.Ready} would be sent for approval, every other result cannot be. */
    record OnlyPlanned(PlanResult result) implements SubmissionResult {}

    /** The request to undo cannot be undone. */
    record NotUndoable(Request request, PlanResult.CannotUndo reason) implements SubmissionResult {}

    /**
     * The person, or what stands behind people, has an open request, and there is one at a time.
     *
     * @param another whether that is known to do something else than what was asked for
     */
    record PersonHasOpenRequest(Request open, boolean another) implements SubmissionResult {
        static PersonHasOpenRequest of(Request open, Intent wanted) {
            return new PersonHasOpenRequest(
                    open, wanted.isAnotherThan(open.terms().plan()));
        }
    }

    /** Only people with one of these roles may ask for that. */
    record SubmissionNotAllowed(Set<Role> needed) implements SubmissionResult {}

    /** Who asks holds one of these roles, but not over the person. */
    record PersonOutsideScope(Set<Role> roles) implements SubmissionResult {}

    /** Nothing was sent: so many approvers would have to agree, and only so many are there whom it does not concern. */
    record TooFewApprovers(int needed, int there) implements SubmissionResult {}

    /** Linekeeper is set to change nothing. */
    record ReadOnly() implements SubmissionResult {}

    record UnknownRequest(RequestId request) implements SubmissionResult {}
}
