package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.PersonResult;
import dev.linekeeper.adapter.cli.output.ReadinessCsv;
import dev.linekeeper.adapter.cli.output.ReadinessJson;
import dev.linekeeper.adapter.cli.output.ReadinessOutput;
import dev.linekeeper.adapter.cli.output.ReadinessProgress;
import dev.linekeeper.adapter.cli.output.ReadinessTable;
import dev.linekeeper.adapter.cli.output.Shell;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges people as they are. Exit code 1 when anybody is not ready or could not be verified. */
@Command(name = "readiness", description = "Every person's readiness for Shared Calling, as things are.")
final class ReadinessCommand extends TenantCommand {
    @Option(names = "--user", paramLabel = "UPN", description = "only this person, with every reason; repeatable")
    private List<String> users = new ArrayList<>();

    ReadinessCommand(CommandEnvironment around, Shell shell) {
        super(around, shell, true);
    }

    @Override
    protected int answer(TenantSession look) {
        var entries = users.isEmpty() ? look.everybody() : look.those(users);
        var readiness = look.readiness();
        var output = output();
        var count = new ReadinessProgress(shell(), entries.size());
        look.each(entries, person -> {
            var judged = PersonResult.of(readiness.audit(person), look.said());
            output.print(judged);
            count.one(judged.overall());
        });
        output.end();
        return count.bad() == 0 ? 0 : 1;
    }

    private ReadinessOutput output() {
        return switch (format()) {
            case TABLE -> new ReadinessTable(shell(), !users.isEmpty());
            case JSON -> new ReadinessJson(shell());
            case CSV -> new ReadinessCsv(shell());
        };
    }
}
