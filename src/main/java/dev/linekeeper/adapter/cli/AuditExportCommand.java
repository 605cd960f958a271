package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.AuditOutput;
import dev.linekeeper.adapter.cli.output.Shell;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints records of the audit trail, oldest first. That they were taken is a record itself. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Records of the audit trail, oldest first, as JSON Lines or CSV. Taking them is recorded.")
final class AuditExportCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    @Mixin
    private AuditOptions options = new AuditOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "json (a record a line, with which the chain can be followed) or csv; default json")
    private AuditOutput.Format format = AuditOutput.Format.JSON;

    @Option(names = "--out", paramLabel = "FILE", description = "a new file; without it they are printed")
    private @Nullable Path out;

    AuditExportCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var records = around.records("audit")) {
            var wanted = options.selection(records.directory());
            records.watch().noteTaken("audit export", System.getProperty("user.name", ""), wanted);
            NewFile.write(out, shell, to -> {
                records.trail().forEach(wanted, new AuditOutput(to, format, shell.wording())::print);
            });
            return 0;
        }
    }
}
