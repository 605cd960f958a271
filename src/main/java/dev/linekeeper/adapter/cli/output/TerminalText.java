package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.service.checkup.SetupCheck;
import java.util.ArrayList;
import java.util.List;

/** Text for a terminal of 100 columns, wrapped, and coloured when standard output is a terminal. */
public record TerminalText(boolean coloured) {
    public static final int WIDTH = 100;

    /** Colour when standard output is a terminal and nobody asked for none (no-color.org). */
    @SuppressWarnings("SystemConsoleNull")
    public // JDK 25 answers null again when there is no terminal
    static TerminalText forStandardOutput() {
        var console = System.console();
        return new TerminalText(console != null && console.isTerminal() && System.getenv("NO_COLOR") == null);
    }

    String mark(Overall overall) {
        return switch (overall) {
            case READY, CAN_ENROL -> green("✓");
            case READY_WITH_WARNINGS, CAN_ENROL_WITH_WARNINGS -> yellow("!");
            case NOT_READY, BLOCKED -> red("✗");
            case NOT_VERIFIED -> yellow("?");
        };
    }

    String mark(Outcome outcome) {
        return switch (outcome) {
            case PASS -> green("✓");
            case FAIL -> red("✗");
            case WARN -> yellow("!");
            case MANUAL -> "☐";
            case INFO -> "i";
            case NA -> "-";
            case UNKNOWN -> yellow("?");
        };
    }

    public String mark(SetupCheck.CheckState state) {
        return switch (state) {
            case GOOD -> green("✓");
            case MISSING -> red("✗");
            case ATTENTION -> yellow("!");
            case UNKNOWN -> yellow("?");
            case NOT_NEEDED -> "-";
        };
    }

    String mark(Tone tone) {
        return switch (tone) {
            case GOOD -> green("✓");
            case INFO -> "i";
            case WARNING -> yellow("!");
            case STOP -> red("✗");
        };
    }

    String bold(String text) {
        return painted(text, "1");
    }

    private String green(String text) {
        return painted(text, "32");
    }

    private String yellow(String text) {
        return painted(text, "33");
    }

    private String red(String text) {
        return painted(text, "31");
    }

    private String painted(String text, String code) {
        return coloured ? "\033[%sm%s\033[0m".formatted(code, text) : text;
    }

    /** The text in exactly that many columns, cut with an ellipsis when it is longer. */
    static String column(String text, int width) {
        return text.length() > width ? text.substring(0, width - 1) + "…" : text + " ".repeat(width - text.length());
    }

    /** The text in lines that fit, every one after the first indented; a word that fits nowhere stands alone. */
    static List<String> wrapped(String text, int indent) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && indent + line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    public static String paragraph(String head, String text) {
        return head + String.join("\n" + " ".repeat(head.length()), wrapped(text, head.length()));
    }
}
