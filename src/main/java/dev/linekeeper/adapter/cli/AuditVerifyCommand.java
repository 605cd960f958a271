package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.CommandEnvironment.OpenRequests;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Follows the whole audit chain. Exit code 1 when it is broken, or does not have what was noted outside of the database. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Follows the audit trail record by record and compares it with what was noted outside of the"
                + " database. Nothing is changed.")
final class AuditVerifyCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    @Option(names = "--head", paramLabel = "HASH", description = "a head from the log; a record must have this hash")
    private @Nullable String head;

    AuditVerifyCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (head != null && !head.matches("[0-9a-f]{64}")) {
            throw new BadInput("%s is no head: it has 64 hex digits, as the log says after head=".formatted(head));
        }
        try (var records = around.records("audit")) {
            return tell(records);
        }
    }

    private int tell(OpenRequests records) {
        return switch (records.watch().checkWhole()) {
            case Verification.ChainBroken(var number, var why) -> {
                shell.line("Record %d does not fit: %s. The records before it do.", number, why);
                yield 1;
            }
            case Verification.ChainWhole(var all, var newest) -> {
                shell.line("%d records, unbroken, head %s", all, newest);
                yield Math.max(compared(records), noted(records));
            }
        };
    }

    private int compared(OpenRequests records) {
        var wanted = head;
        if (wanted == null) {
            return 0;
        }
        var place = records.trail().place(wanted);
        shell.line(place.map(at -> "Record %d has the hash given".formatted(at.records()))
                .orElse("No record has the hash given: the trail was rewritten, or cut before it"));
        return place.isPresent() ? 0 : 1;
    }

    private int noted(OpenRequests records) {
        var trouble = records.watch().trouble();
        if (trouble.isPresent()) {
            shell.line("The file of linekeeper.audit.anchor-file cannot be read: %s", trouble.get());
            return 1;
        }
        var anchor = records.watch().noted();
        shell.line(anchor.map(at -> "It has record %d as noted outside of the database".formatted(at.records()))
                .orElse("Nothing was noted outside of the database to compare it with, but the log: see --head"));
        return 0;
    }
}
