package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.tenant.Explanation;

/** The chat's answers on a terminal: the same sentences in two columns. */
public record CardText(Shell shell) {
    private static final int LABEL = 32;
    private static final String INDENT = "  ";

    public void print(Sheet sheet) {
        title(sheet.tone(), sheet.title());
        shell.out().println(TerminalText.paragraph(INDENT, said(sheet.verdict())));
        shell.out().println();
        sheet.details().forEach(this::print);
        if (!sheet.notes().isEmpty()) {
            shell.out().println();
        }
        sheet.notes().forEach(note -> shell.out().println(TerminalText.paragraph(INDENT + "! ", said(note))));
    }

    /** Two sentences. */
    public void print(Note note) {
        shell.line("%s", said(note.title()));
        shell.paragraph(INDENT, note.text());
    }

    /** The summary, then a line each. */
    public void print(Listing listing) {
        shell.out().println(shell.paint().bold(said(listing.title())));
        shell.out().println(TerminalText.paragraph(INDENT, said(listing.text())));
        if (!listing.rows().isEmpty()) {
            shell.out().println();
        }
        listing.rows()
                .forEach(row -> columns(shell.paint().mark(row.tone()) + " ", said(row.name()), said(row.detail())));
    }

    private void title(Tone tone, Explanation title) {
        shell.line("%s %s", shell.paint().mark(tone), shell.paint().bold(said(title)));
    }

    private void print(Sheet.Detail detail) {
        columns(INDENT, said(detail.label()), said(detail.value()));
    }

    /** Label and value beside each other, both wrapped where they are too long. */
    private void columns(String head, String label, String value) {
        var labels = TerminalText.wrapped(label, TerminalText.WIDTH - LABEL);
        var values = TerminalText.wrapped(value, INDENT.length() + LABEL + 1);
        for (var line = 0; line < Math.max(labels.size(), values.size()); line++) {
            var left = line < labels.size() ? labels.get(line) : "";
            var right = line < values.size() ? values.get(line) : "";
            shell.line("%s%s %s", line == 0 ? head : INDENT, TerminalText.column(left, LABEL), right);
        }
    }

    /** Cards print what stands between two pairs of asterisks bold. */
    private String said(Explanation explanation) {
        return shell.wording().apply(explanation).replace("**", "");
    }
}
