package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.CsvWriter;
import dev.linekeeper.adapter.cli.output.OutputFormat;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.checkup.SetupCheck;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how Linekeeper is set up; nothing is changed. Exit code 1 when something is missing or could not be checked. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "What is configured, reachable and permitted, and what works without it. Nothing is changed.")
final class DoctorCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    @Option(names = "--format", paramLabel = "FORMAT", description = OutputFormat.DESCRIPTION)
    private OutputFormat format = OutputFormat.TABLE;

    DoctorCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var checks = around.examine();
        shell.print(format, () -> checks.forEach(this::print), () -> checks, csv -> csv(csv, checks));
        return Doctor.isComplete(checks) ? 0 : 1;
    }

    private void print(SetupCheck check) {
        var wording = shell.wording();
        var mark = shell.paint().mark(check.state());
        shell.line("%s %s: %s", mark, wording.apply(check.name()), wording.apply(check.found()));
        if (check.isTrouble()) {
            if (!check.expected().isEmpty()) {
                shell.line("    expected: %s", check.expected());
            }
            shell.paragraph("    → ", check.remedy());
            shell.paragraph("    ", check.without());
        }
    }

    private static void csv(CsvWriter csv, List<SetupCheck> checks) {
        csv.row("check", "state", "expected", "found");
        checks.forEach(check -> csv.row(check.name(), check.state(), check.expected(), check.found()));
    }
}
