package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.chat.commands.ManualPlanCards;
import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.execution.ManualStepsResult;
import dev.linekeeper.service.execution.PlanExportResult;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Hands out an approved plan as a script, and takes the script's answer back. The tenant is not changed by either. Exit
 * code 1 when the answer leaves something open.
 */
@Command(
        name = "export-plan",
        mixinStandardHelpOptions = true,
        description = "An approved plan as a PowerShell script; with --answer, what became of it. Nothing is changed in"
                + " the tenant.")
final class ExportPlanCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    @Parameters(paramLabel = "REQUEST", description = "such as SC-1042")
    private String request = "";

    @Option(names = "--out", paramLabel = "FILE", description = "a new file for the script; without it it is printed")
    private @Nullable Path out;

    @Option(names = "--answer", paramLabel = "FILE", description = "the answer file the script left")
    private @Nullable Path answer;

    @Option(names = "--by", paramLabel = "UPN", description = "with --answer: the admin who gives it, for the record")
    private @Nullable String by;

    ExportPlanCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var id = RequestId.parse(request)
                .orElseThrow(() -> new BadInput("%s is no request such as SC-1042".formatted(request)));
        if (answer == null) {
            return with(records -> export(records, id));
        }
        var claim = ScriptAnswerFile.read(answer);
        if (by == null) {
            throw new BadInput("Say who gives the answer with --by UPN; it goes into the audit trail");
        }
        var admin = by;
        return with(records ->
                confirmed(id, records.confirming().confirm(person(records, admin), id, Optional.of(claim))));
    }

    private int with(ToIntFunction<CommandEnvironment.OpenRequests> command) {
        try (var records = around.records("export %s".formatted(request))) {
            return command.applyAsInt(records);
        }
    }

    private int export(CommandEnvironment.OpenRequests records, RequestId id) {
        return switch (records.exporting().export(id, Optional.empty(), shell.wording())) {
            case PlanExportResult.ExportedScript(_, var script) -> hand(script);
            case PlanExportResult.NotApproved(var now) ->
                throw new BadInput("%s is %s; only a plan that is approved and not finished is exported"
                        .formatted(id, now.getClass().getSimpleName()));
            case PlanExportResult.DryRun _ ->
                throw new BadInput("%s was approved as a dry run, so nobody may carry it out".formatted(id));
            case PlanExportResult.Unwritable(_, var step) ->
                throw new BadInput("%s: %s".formatted(id, shell.wording().apply(ManualPlanCards.unwritable(step))));
            case PlanExportResult.NothingToExport _ -> throw unknown(id);
        };
    }

    private int hand(PlanScript script) {
        if (out == null) {
            shell.out().print(script.text());
            return 0;
        }
        try {
            Files.writeString(out, script.text(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            throw new BadInput("%s is there already; name another file".formatted(out));
        } catch (IOException failed) {
            throw new BadInput("%s cannot be written: %s".formatted(out, failed.getMessage()));
        }
        shell.line("%s written, SHA-256 %s. Try it with -WhatIf first.", out, Sha256.hex(script.text()));
        return 0;
    }

    private int confirmed(RequestId id, ManualStepsResult confirmed) {
        return switch (confirmed) {
            case ManualStepsResult.AllStepsDone(var done, var found) -> {
                var proof = done.proof();
                shell.line(
                        "%s is completed: %d steps found to be done, judged %s %s",
                        id, found, proof.overall(), String.join(" ", proof.failing()));
                yield 0;
            }
            case ManualStepsResult.SomeStepsDone(_, var found, var next, var why) -> {
                shell.line("%s: %d more steps found to be done; %s is open: %s", id, found, next.name(), why);
                yield 1;
            }
            case ManualStepsResult.AnotherPlan _ ->
                throw new BadInput("%s does not belong to this plan of %s".formatted(answer, id));
            case ManualStepsResult.BeingApplied _ ->
                throw new BadInput("Linekeeper is at work on %s and sees by itself what is done".formatted(id));
            case ManualStepsResult.NotUnderWay(var now) ->
                throw new BadInput("%s is %s; there is nothing to mark as done"
                        .formatted(id, now.getClass().getSimpleName()));
            case ManualStepsResult.ApprovalLapsed(_, var why) ->
                throw new BadInput(
                        switch (why) {
                            case APPROVER_LEFT -> "Somebody who approved %s is no approver any more".formatted(id);
                            case APPROVAL_OVER, PLAN_CHANGED -> "The approval of %s is too old".formatted(id);
                        });
            case ManualStepsResult.ApprovalNotRead(_, var why) ->
                throw new BadInput(
                        "Whether the approval of %s still holds could not be looked up: %s".formatted(id, why));
            case ManualStepsResult.ManualStepsNotAllowed(_, var needed) ->
                throw new BadInput("%s may not do that: it takes the role %s".formatted(by, needed));
            case ManualStepsResult.MovedOn(var now) ->
                throw new BadInput("Somebody was faster: %s is %s now"
                        .formatted(id, now.getClass().getSimpleName()));
            case ManualStepsResult.NoSuchRequest _ -> throw unknown(id);
        };
    }

    private static BadInput unknown(RequestId id) {
        return new BadInput("There is no request %s".formatted(id));
    }

    private static UserId person(CommandEnvironment.OpenRequests records, String name) {
        return records.directory()
                .findByPrincipalName(name)
                .map(DirectoryEntry::id)
                .orElseThrow(() -> new BadInput("The directory knows nobody called %s".formatted(name)));
    }
}
