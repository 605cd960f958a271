package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import java.util.List;

/** Findings with their reasons, and what is to be done about those that fail or warn. */
record FindingText(Shell shell) {
    private static final String INDENT = "    ";

    void print(List<? extends Finding<?>> findings) {
        for (var finding : findings) {
            finding.explanation().ifPresent(because -> {
                var id = finding.rule().id();
                var width = "%sx %s  ".formatted(INDENT, id).length();
                var head = "%s%s %s  ".formatted(INDENT, shell.paint().mark(finding.outcome()), id);
                shell.line(
                        "%s",
                        TerminalText.paragraph(head, width, shell.wording().apply(because)));
                if (finding.outcome() == Outcome.FAIL || finding.outcome() == Outcome.WARN) {
                    finding.rule().remedyText().ifPresent(it -> shell.paragraph(" ".repeat(width) + "→ ", it));
                }
            });
        }
    }
}
