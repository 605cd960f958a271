package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.script.PlanScript;

/** The result of asking for the plan of a request as a script. */
public sealed interface PlanExportResult {
    record ExportedScript(Request request, PlanScript script) implements PlanExportResult {}

    /** In this state nothing is approved, or nothing is left to do. */
    record NotApproved(Request request) implements PlanExportResult {}

    /** It was approved as a dry run, so nobody may carry it out. */
    record DryRun(Request request) implements PlanExportResult {}

    /** A step holds something a script cannot express safely. */
    record Unwritable(Request request, Step step) implements PlanExportResult {}

    record NothingToExport(RequestId request) implements PlanExportResult {}
}
