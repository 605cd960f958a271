package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.service.checkup.SetupCheck;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Text for a terminal of 100 columns: wrapped between words, and coloured where picocli finds that colours are wanted
 * (a terminal, NO_COLOR, CLICOLOR_FORCE). Nothing in a text is taken for markup, whatever people are called; Chinese,
 * Japanese and Korean characters count as the two columns they take.
 *
 * @param ansi whether there is colour; {@link Ansi#AUTO} looks at standard output and the environment
 */
public record TerminalText(Ansi ansi) {
    public static final int WIDTH = 100;

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
        return styled(text, Style.bold);
    }

    private String green(String text) {
        return styled(text, Style.fg_green);
    }

    private String yellow(String text) {
        return styled(text, Style.fg_yellow);
    }

    private String red(String text) {
        return styled(text, Style.fg_red);
    }

    /** Leaves {@code @|red Ann|@} as it is, as {@link Ansi#string} would not. */
    private String styled(String text, Style style) {
        return Help.defaultColorScheme(ansi).apply(text, List.of(style)).toString();
    }

    /** The text in exactly that many columns, cut with an ellipsis when it is longer. */
    static String column(String text, int width) {
        var rest = width - columns(text);
        return rest < 0 ? column(shortened(text, width - 1) + "…", width) : text + " ".repeat(rest);
    }

    private static String shortened(String text, int width) {
        var cut = text;
        while (columns(cut) > width) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }

    private static int columns(String text) {
        return Help.defaultColorScheme(Ansi.OFF).apply(text, List.of()).getCJKAdjustedLength();
    }

    /**
     * The text in lines that fit, every one after the first indented; a word that fits nowhere stands alone. Unlike
     * picocli's TextTable it breaks at spaces only: names of settings, principal names and addresses are copied whole.
     */
    static List<String> wrapped(String text, int indent) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && indent + columns(line + " " + word) > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    public static String paragraph(String head, String text) {
        return paragraph(head, head.length(), text);
    }

    /** A text behind its head, every line after the first below the text's beginning. */
    static String paragraph(String head, int width, String text) {
        return head + String.join("\n" + " ".repeat(width), wrapped(text, width));
    }
}
