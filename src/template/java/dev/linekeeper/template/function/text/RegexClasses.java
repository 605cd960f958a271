package dev.linekeeper.template.function.text;

/** Characters and classes of them as JavaScript means them, written for {@link java.util.regex.Pattern}. */
final class RegexClasses {
    static final String LINE_ENDS = "\\n\\r\\x{2028}\\x{2029}";
    static final String NO_LINE_END = "[^" + LINE_ENDS + "]";
    static final String EVERYTHING = "[\\x{0}-\\x{10ffff}]";

    private static final String SPACES = "\\t\\n"
            + "\\x0b\\f\\r"
            + " \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";

    private RegexClasses() {}

    /** The class a letter after a backslash stands for, whole or as a part of another class. */
    static String shorthand(char letter, boolean inClass) {
        String characters = switch (letter) {
            case 'd', 'D' -> "0-9";
            case 'w', 'W' -> "A-Za-z0-9_";
            case 's', 'S' -> SPACES;
            default -> throw new IllegalArgumentException("\\" + letter + " is no class");
        };
        if (Character.isUpperCase(letter)) {
            return "[^" + characters + "]";
        }
        return inClass ? characters : "[" + characters + "]";
    }

    /** Appends a character that stands for itself. */
    static void appendLiteral(StringBuilder pattern, char c) {
        if ((c < 0x80 && Character.isLetterOrDigit(c)) || Character.isSurrogate(c)) {
            pattern.append(c);
        } else {
            pattern.append("\\x{").append(Integer.toHexString(c)).append('}');
        }
    }
}
