package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.tenant.Fact;
import java.util.List;

/** A plan to read: what it comes to, the steps in order, the risk, and every reason that stops or warns. */
public record PlanTable(Shell shell) {
    public void print(PlanOutput planned) {
        var mark = shell.paint().mark(planned.overall());
        var user = shell.paint().bold(planned.user());
        shell.line("%s %s under %s: %s", mark, user, planned.policy(), planned.overall());
        Fact.present(planned.override()).ifPresent(note -> shell.paragraph("  ! ", note));
        shell.paragraph("  Now: ", planned.tested(planned.now().headline()));
        planned.plan().ifPresent(plan -> {
            shell.paragraph("  Once done: ", planned.emergency());
            print(plan);
        });
        if (planned.steps().isEmpty()) {
            shell.line("  No steps.");
        }
        new FindingText(shell)
                .print(planned.findings().stream()
                        .filter(finding -> !finding.willBeFixed() && stops(finding))
                        .toList());
    }

    /** The steps, the risk and its reasons. */
    void print(Plan plan) {
        var number = 1;
        for (var step : plan.steps()) {
            shell.line(
                    "  %2d  %s %s %s",
                    number++,
                    TerminalText.column(step.name().name(), 15),
                    TerminalText.column(step.target(), 30),
                    step.changesSomething() ? "%s → %s".formatted(step.before(), step.after()) : "");
        }
        shell.line("  Risk: %s", plan.risk().level());
        plan.risk().why().forEach(why -> shell.paragraph("    ", why));
    }

    private static boolean stops(Finding<PersonCase> finding) {
        return List.of(Outcome.FAIL, Outcome.WARN, Outcome.UNKNOWN, Outcome.MANUAL)
                .contains(finding.outcome());
    }
}
