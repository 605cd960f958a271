package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.service.audit.AuditSelection;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what happened to a request as one document. Exit code 1 when there is nothing about it, or the chain is broken. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = "Everything about a request as one JSON document: its records with their place in the trail, and"
                + " whether the trail is whole. That it was taken is recorded.")
final class AuditEvidenceCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    @Parameters(paramLabel = "REQUEST", description = "such as SC-1042")
    private String request = "";

    @Option(names = "--out", paramLabel = "FILE", description = "a new file; without it it is printed")
    private @Nullable Path out;

    AuditEvidenceCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var id = AuditOptions.request(request);
        try (var records = around.records("evidence %s".formatted(id))) {
            if (records.trail().of(id).isEmpty()) {
                throw new BadInput("There is nothing about %s".formatted(id));
            }
            records.watch().noteTaken("audit evidence", System.getProperty("user.name", ""), AuditSelection.of(id));
            var pack = records.watch().evidence(id);
            NewFile.write(out, shell, to -> pack.lines().forEach(to::println));
            return pack.isWhole() ? 0 : 1;
        }
    }
}
