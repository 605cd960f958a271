package dev.linekeeper.adapter.cli;

import dev.linekeeper.service.checkup.Check;
import dev.linekeeper.service.checkup.Doctor;
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
    private final Surroundings around;
    private final Shell shell;

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default TABLE")
    private Format format = Format.TABLE;

    DoctorCommand(Surroundings around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var checks = around.examine();
        switch (format) {
            case TABLE -> checks.forEach(this::print);
            case JSON -> shell.out().println(json(checks));
            case CSV -> csv(checks);
        }
        return Doctor.isComplete(checks) ? 0 : 1;
    }

    private void print(Check check) {
        var out = shell.out();
        var wording = shell.wording();
        out.println("%s %s: %s"
                .formatted(
                        shell.paint().mark(check.state()), wording.apply(check.name()), wording.apply(check.found())));
        if (check.isTrouble()) {
            if (!check.expected().isEmpty()) {
                out.println("    expected: " + check.expected());
            }
            out.println(Paint.paragraph("    → ", wording.apply(check.remedy())));
            out.println(Paint.paragraph("    ", wording.apply(check.without())));
        }
    }

    private String json(List<Check> checks) {
        var array = Json.MAPPER.createArrayNode();
        checks.forEach(check -> array.addObject()
                .put("check", check.name().key())
                .put("name", shell.wording().apply(check.name()))
                .put("state", check.state().name())
                .put("expected", check.expected())
                .put("found", shell.wording().apply(check.found()))
                .put("remedy", shell.wording().apply(check.remedy()))
                .put("without", shell.wording().apply(check.without())));
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(array);
    }

    private void csv(List<Check> checks) {
        var csv = new Csv(shell.out());
        csv.row(List.of("check", "state", "expected", "found"));
        checks.forEach(check -> csv.row(List.of(
                shell.wording().apply(check.name()),
                check.state().name(),
                check.expected(),
                shell.wording().apply(check.found()))));
    }
}
