package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.people.Role;
import java.util.Set;

/** The result of looking for steps that were done by hand. */
public sealed interface ManualStepsResult {
    /** Everything is there: the request is completed and judged. */
    record All(Request.Completed request, int found) implements ManualStepsResult {}

    /**
     * Some of it, or none.
     *
     * @param found how many more steps are there than were known
     * @param next the first step that is not, or was not said to be
     * @param why what was seen instead, for an admin
     */
    record Some(Request request, int found, Step next, String why) implements ManualStepsResult {}

    /** The claim is about another request or another plan; nothing was looked at. */
    record AnotherPlan(Request request) implements ManualStepsResult {}

    /** Linekeeper is at work on it and sees by itself what is there already. */
    record InHands(Request.Applying request) implements ManualStepsResult {}

    /** In this state there is nothing to be done by hand: not approved, over, or a dry run. */
    record NotUnderWay(Request request) implements ManualStepsResult {}

    record ManualStepsNotAllowed(Request request, Set<Role> needed) implements ManualStepsResult {}

    /** The request was moved on meanwhile; {@code now} is the request as it is stored. */
    record MovedOn(Request now) implements ManualStepsResult {}

    record NoSuchRequest(RequestId request) implements ManualStepsResult {}
}
