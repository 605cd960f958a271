package dev.linekeeper.template.function.date;

import java.util.Map;

/**
 * Turns .NET's custom date and time format texts into those of Day.js. A text it cannot turn is used as it stands: tenths of
 * a second, eras, and quotes that do not close.
 */
final class DotNetFormat {
    private static final Map<Character, String[]> RUNS = Map.ofEntries(
            run('d', "D", "DD", "ddd", "dddd"),
            run('f', "", "", "SSS"),
            run('F', "", "", "SSS"),
            run('g', ""),
            run('h', "h", "hh"),
            run('H', "H", "HH"),
            run('m', "m", "mm"),
            run('M', "M", "MM", "MMM", "MMMM"),
            run('s', "s", "ss"),
            run('t', "A", "A"),
            run('y', "YY", "YY", "YYYY", "YYYY"),
            run('z', "ZZ", "ZZ", "Z"));

    private DotNetFormat() {}

    private static Map.Entry<Character, String[]> run(char letter, String... byLength) {
        return Map.entry(letter, byLength);
    }

    static String toDayJs(String format) {
        String turned = switch (format) {
            case "R", "r", "U", "u" -> "";
            case "O", "o" -> turn("YYYY-MM-DDTHH:mm:ss.SSS0000Z");
            default -> turn(format);
        };
        return turned.isEmpty() ? format : turned;
    }

    /** The format for Day.js, or an empty text. */
    private static String turn(String format) {
        StringBuilder turned = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at);
            String[] byLength = RUNS.get(c);
            if (byLength != null) {
                int end = runEnd(format, at);
                String token = byLength[Math.min(end - at, byLength.length) - 1];
                if (token.isEmpty()) {
                    return "";
                }
                turned.append(token);
                at = end;
            } else if (c == '\'' || c == '`') {
                int end = format.indexOf(c, at + 1);
                if (end < 0) {
                    return "";
                }
                turned.append(format, at + 1, end);
                at = end + 1;
            } else if (c == '\\') {
                if (at + 1 == format.length()) {
                    return "";
                }
                turned.append(format.charAt(at + 1));
                at += 2;
            } else {
                turned.append(c == 'K' ? "Z" : c == '%' ? "" : String.valueOf(c));
                at++;
            }
        }
        return turned.toString();
    }

    private static int runEnd(String format, int from) {
        int end = from;
        while (end < format.length() && format.charAt(end) == format.charAt(from)) {
            end++;
        }
        return end;
    }
}
