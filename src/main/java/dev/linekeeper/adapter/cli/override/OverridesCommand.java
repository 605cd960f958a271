package dev.linekeeper.adapter.cli.override;

import static dev.linekeeper.adapter.cli.output.ShellJson.members;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.OpenOverrides;
import dev.linekeeper.adapter.cli.output.OutputFormat;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.override.EmergencyOverride;
import dev.linekeeper.core.override.OverrideState.OverrideInForce;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.override.StoredOverride;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the overrides that are asked for or in force. */
@Command(
        name = "overrides",
        mixinStandardHelpOptions = true,
        description = "The emergency gaps that are accepted, or wait for approvers. Exit code 1 when there is one.")
public final class OverridesCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    @Option(names = "--format", paramLabel = "FORMAT", description = OutputFormat.DESCRIPTION)
    private OutputFormat format = OutputFormat.TABLE;

    public OverridesCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var open = around.overrides("overrides")) {
            List<EmergencyOverride> all =
                    open.store().open().stream().map(StoredOverride::override).toList();
            shell.print(
                    format,
                    () -> all.forEach(it -> shell.line("%s %s %s with %s %s until %s: %s", cells(open, it))),
                    () -> all.stream().map(it -> json(open, it)).toList(),
                    csv -> {
                        csv.row("override", "state", "person", "policy", "rules", "until", "reason");
                        all.forEach(it -> csv.row(cells(open, it)));
                    });
            return all.isEmpty() ? 0 : 1;
        }
    }

    private static Object[] cells(OpenOverrides open, EmergencyOverride it) {
        return new Object[] {
            it.id(),
            state(it),
            name(open, it.person()),
            it.gap().policy(),
            it.gap().rules(),
            last(it),
            it.reason()
        };
    }

    private static Object json(OpenOverrides open, EmergencyOverride it) {
        return members(
                "override", it.id().toString(),
                "state", state(it),
                "person", name(open, it.person()),
                "policy", it.gap().policy(),
                "gap",
                        it.gap().lines().stream()
                                .map(line -> members("rule", line.rule(), "reason", line.says()))
                                .toList(),
                "until", last(it).toString(),
                "reason", it.reason(),
                "requester", name(open, it.requester()),
                "approvers",
                        it.approvals().stream()
                                .map(Approval::by)
                                .map(by -> name(open, by))
                                .toList());
    }

    private static String state(EmergencyOverride it) {
        return it.state() instanceof OverrideInForce ? "IN_FORCE" : "ASKED";
    }

    private static LocalDate last(EmergencyOverride it) {
        return it.days().end().orElseThrow();
    }

    /** The user principal name; the id of somebody the directory knows no more. */
    private static String name(OpenOverrides open, UserId person) {
        return open.directory()
                .find(person)
                .map(DirectoryEntry::userPrincipalName)
                .orElse(person.value());
    }
}
