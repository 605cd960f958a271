package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.people.Role;
import java.util.Set;

/** The result of checking the steps that were done by hand. */
public sealed interface ManualStepsResult {
    /** All steps are done: the request is completed and judged. */
    record AllStepsDone(Request.Completed request, int found) implements ManualStepsResult {}

    /**
     * Some steps are done, or none.
     *
     * @param found how many steps this check found done
     * @param next the first step that is not done, or that the claim does not name
     * @param why what was read instead, for an admin
     */
    record SomeStepsDone(Request request, int found, Step next, String why) implements ManualStepsResult {}

    /** The claim is about another request or another plan; nothing was looked at. */
    record AnotherPlan(Request request) implements ManualStepsResult {}

    /** Linekeeper is applying the request and finds by itself the steps that are done. */
    record BeingApplied(Request.Applying request) implements ManualStepsResult {}

    /** The request is not approved, finished, or a dry run, so nothing is to be done by hand. */
    record NotUnderWay(Request request) implements ManualStepsResult {}

    /** The approval does not hold any more, so nothing is done on its strength, by hand either. */
    record ApprovalLapsed(Request request, FreshLookReason why) implements ManualStepsResult {}

    /** Whether the approval still holds could not be looked up; {@code why} is for an admin. */
    record ApprovalNotRead(Request request, String why) implements ManualStepsResult {}

    record ManualStepsNotAllowed(Request request, Set<Role> needed) implements ManualStepsResult {}

    /** The request was moved on meanwhile; {@code now} is the request as it is stored. */
    record MovedOn(Request now) implements ManualStepsResult {}

    record NoSuchRequest(RequestId request) implements ManualStepsResult {}
}
