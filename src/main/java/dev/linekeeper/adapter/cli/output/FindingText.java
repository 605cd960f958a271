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
                var plain = "%sx %s  ".formatted(INDENT, finding.rule().id());
                var head = "%s%s %s  "
                        .formatted(
                                INDENT,
                                shell.paint().mark(finding.outcome()),
                                finding.rule().id());
                var lines = TerminalText.wrapped(shell.wording().apply(because), plain.length());
                shell.out().println(head + String.join("\n" + " ".repeat(plain.length()), lines));
                if (finding.outcome() == Outcome.FAIL || finding.outcome() == Outcome.WARN) {
                    finding.rule()
                            .remedyText()
                            .ifPresent(remedy -> shell.out()
                                    .println(TerminalText.paragraph(
                                            " ".repeat(plain.length()) + "→ ",
                                            shell.wording().apply(remedy))));
                }
            });
        }
    }
}
