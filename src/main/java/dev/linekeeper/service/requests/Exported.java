package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Request;
import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.script.PlanScript;

/** The result of asking for the plan of a request as a script. */
public sealed interface Exported {
    record Script(Request request, PlanScript script) implements Exported {}

    /** In this state nothing is approved, or nothing is left to do. */
    record NotApproved(Request request) implements Exported {}

    /** It was approved as a dry run, so nobody may carry it out. */
    record DryRun(Request request) implements Exported {}

    /** A step holds something a script cannot express safely. */
    record Unwritable(Request request, Step step) implements Exported {}

    record Unknown(RequestId request) implements Exported {}
}
