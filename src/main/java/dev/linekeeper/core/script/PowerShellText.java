package dev.linekeeper.core.script;

/**
 * Text from data written into PowerShell so that it can be nothing but text: a literal in single quotes, or a comment.
 * Nothing in single quotes is expanded; only a quote can end them, and PowerShell takes typographic ones for quotes too
 * (<a href="https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules">quoting
 * rules</a>).
 */
final class PowerShellText {
    private static final String QUOTES = "'\u2018\u2019\u201A\u201B";

    private PowerShellText() {}

    /** Whether the text can stand in a literal: a line break or another control character cannot. */
    static boolean isWritable(String text) {
        return text.codePoints().noneMatch(PowerShellText::isControl);
    }

    /**
     * The text as a literal; every kind of single quote in it is doubled.
     *
     * @throws IllegalArgumentException when it is not {@link #isWritable writable}
     */
    static String quoted(String text) {
        if (!isWritable(text)) {
            throw new IllegalArgumentException("A control character cannot be written into a script");
        }
        var literal = new StringBuilder("'");
        text.codePoints().forEach(point -> {
            literal.appendCodePoint(point);
            if (QUOTES.indexOf(point) >= 0) {
                literal.appendCodePoint(point);
            }
        });
        return literal.append('\'').toString();
    }

    /** The text as one line of a comment: what could end the line or turn the reading direction becomes a space. */
    static String comment(String text) {
        var line = new StringBuilder("#");
        if (!text.isEmpty()) {
            line.append(' ');
        }
        return line.append(oneLine(text)).toString().stripTrailing();
    }

    /** The text with a space for what could end the line or turn the reading direction. */
    static String oneLine(String text) {
        return text.codePoints()
                .map(point -> isControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Control and format characters, line and paragraph separators, and halves of surrogate pairs. */
    private static boolean isControl(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
