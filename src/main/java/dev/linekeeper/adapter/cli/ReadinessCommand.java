package dev.linekeeper.adapter.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges people as they are. Exit code 1 when anybody is not ready or could not be verified. */
@Command(
        name = "readiness",
        mixinStandardHelpOptions = true,
        description = "Every person's readiness for Shared Calling, as things are.")
final class ReadinessCommand implements Callable<Integer> {
    private final Surroundings around;
    private final Shell shell;

    @Mixin
    private TenantOptions tenant = new TenantOptions();

    @Option(names = "--user", paramLabel = "UPN", description = "only this person, with every reason; repeatable")
    private List<String> users = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default TABLE")
    private Format format = Format.TABLE;

    ReadinessCommand(Surroundings around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return tenant.look(around, this::judge);
    }

    private int judge(Look look) {
        var entries = users.isEmpty() ? look.everybody() : look.those(users);
        var answers = new Answers(look);
        var output = output();
        var count = new Count(shell, entries.size());
        look.each(entries, person -> {
            var judged = answers.of(person);
            output.print(judged);
            count.one(judged.overall());
        });
        output.end();
        return count.bad() == 0 ? 0 : 1;
    }

    private ReadinessOutput output() {
        return switch (format) {
            case TABLE -> new ReadinessTable(shell, !users.isEmpty());
            case JSON -> new ReadinessJson(shell.out(), new Json(shell.wording()));
            case CSV -> new ReadinessCsv(new Csv(shell.out()));
        };
    }
}
