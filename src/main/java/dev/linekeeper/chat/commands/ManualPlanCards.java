package dev.linekeeper.chat.commands;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.execution.ManualStepsCheck;
import dev.linekeeper.service.execution.ManualStepsResult;
import dev.linekeeper.service.execution.PlanExport;
import dev.linekeeper.service.execution.PlanExportResult;
import java.util.List;
import java.util.Optional;

/** Answers for those who carry out an approved plan by hand: its script to copy, and which steps are found done. */
public final class ManualPlanCards {
    private static final String NO_BREAK_SPACE = "\u00A0";

    private final PlanExport planExport;
    private final ManualStepsCheck manualSteps;
    private final RequestCards cards;

    ManualPlanCards(PlanExport planExport, ManualStepsCheck manualSteps, RequestCards cards) {
        this.planExport = planExport;
        this.manualSteps = manualSteps;
        this.cards = cards;
    }

    /** The plan as a PowerShell script; its comments are in the language of whoever asks for it. */
    Answer export(Invocation invocation) {
        var caller = invocation.caller();
        return switch (planExport.export(
                invocation.request(), Optional.of(caller.id()), Wording.of(caller.locale())::say)) {
            case PlanExportResult.ExportedScript(_, var script) ->
                script(invocation.request(), script);
            case PlanExportResult.NotApproved _ -> card(invocation, Explanation.of("chat.export.not-approved"));
            case PlanExportResult.DryRun _ -> card(invocation, Explanation.of("chat.export.dry-run"));
            case PlanExportResult.Unwritable(_, var step) -> card(invocation, unwritable(step));
            case PlanExportResult.NothingToExport _ -> card(invocation, Explanation.of("chat.batch.one-by-one"));
        };
    }

    /** Why a step leaves as no script. */
    public static Explanation unwritable(Step step) {
        String key = step.name() == StepName.SET_USAGE_LOCATION || step.name() == StepName.SET_SIGN_IN
                ? "chat.export.in-entra"
                : "chat.export.unwritable";
        return Explanation.of(key, step.title());
    }

    private static Answer script(RequestId request, PlanScript script) {
        return new Answer.Script(
                Explanation.of("chat.export.title", request),
                Explanation.of("chat.export.text", request),
                script.text().lines().map(ManualPlanCards::indented).toList(),
                List.of(NoteCards.say("done " + request.number())));
    }

    /** Clients fold spaces; PowerShell reads one that does not break as any other. */
    private static String indented(String line) {
        String text = line.stripLeading();
        return text.isEmpty() ? NO_BREAK_SPACE : NO_BREAK_SPACE.repeat(line.length() - text.length()) + text;
    }

    /** Looks in the tenant which steps of the plan somebody has done, and marks those. */
    Answer confirm(Invocation invocation) {
        return switch (manualSteps.confirm(invocation.caller().id(), invocation.request(), Optional.empty())) {
            case ManualStepsResult.AllStepsDone(_, var found) ->
                card(invocation, Explanation.of("chat.done.all", found));
            case ManualStepsResult.SomeStepsDone(_, var found, var next, var why) ->
                card(invocation, Explanation.of("chat.done.some", found, next.title(), why));
            case ManualStepsResult.BeingApplied _ -> card(invocation, Explanation.of("chat.done.in-hands"));
            case ManualStepsResult.NotUnderWay _, ManualStepsResult.AnotherPlan _ ->
                card(invocation, Explanation.of("chat.done.not-approved"));
            case ManualStepsResult.ApprovalLapsed(_, var why) ->
                card(invocation, Explanation.of("chat.done.lapsed." + why.name()));
            case ManualStepsResult.ApprovalNotRead(_, var why) ->
                card(invocation, Explanation.of("chat.done.not-read", why));
            case ManualStepsResult.ManualStepsNotAllowed(_, var needed) ->
                card(
                        invocation,
                        Explanation.of(
                                "chat.decided.not-allowed",
                                needed.stream().sorted().toList()));
            case ManualStepsResult.MovedOn _ -> card(invocation, Explanation.of("chat.decided.late"));
            case ManualStepsResult.NoSuchRequest _ -> card(invocation, Explanation.of("chat.batch.one-by-one"));
        };
    }

    private Answer card(Invocation invocation, Explanation notice) {
        return cards.of(invocation.request(), invocation.caller(), notice);
    }
}
