package dev.linekeeper.template.expression;

/** Where a lexical element that begins at a place ends; -1 when none does. */
final class Scan {
    private Scan() {}

    /** Digits, and a fraction if a digit follows the point. */
    static int number(String source, int from) {
        int end = digits(source, from);
        return end < source.length() && source.charAt(end) == '.' && digits(source, end + 1) > end + 1
                ? digits(source, end + 1)
                : end;
    }

    private static int digits(String source, int from) {
        int end = from;
        while (end < source.length() && isDigit(source.charAt(end))) {
            end++;
        }
        return end;
    }

    /** An identifier: a letter or one of {@code _ # @ @@ $ %}, then letters, digits and underscores. */
    static int identifier(String source, int from) {
        if (from >= source.length()) {
            return -1;
        }
        char c = source.charAt(from);
        if (!isLetter(c) && "_#@$%".indexOf(c) < 0) {
            return -1;
        }
        int end = source.startsWith("@@", from) ? from + 2 : from + 1;
        while (end < source.length()
                && (isLetter(source.charAt(end)) || isDigit(source.charAt(end)) || source.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    /**
     * A text in single or double quotes. A backslash before a quote or a backslash escapes it, unless no closing quote
     * would be left: then the last escaped quote closes the text.
     */
    static int string(String source, int from) {
        char quote = source.charAt(from);
        int fallback = -1;
        int at = from + 1;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == quote) {
                return at + 1;
            }
            if (c == '\\' && at + 1 < source.length()) {
                char next = source.charAt(at + 1);
                if (next == quote) {
                    fallback = at + 2;
                }
                at += next == quote || next == '\\' ? 2 : 1;
            } else {
                at++;
            }
        }
        return fallback;
    }

    /**
     * The text between the quotes. The escaped quote is replaced first and the other escapes after that, as the official
     * engine does; a backslash before anything else stays.
     */
    static String unquote(String quoted) {
        char quote = quoted.charAt(0);
        String text = quoted.substring(1, quoted.length() - 1).replace("\\" + quote, String.valueOf(quote));
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder unescaped = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            char next = index + 1 < text.length() ? text.charAt(index + 1) : 0;
            int escape = c == '\\' ? "rnt\\".indexOf(next) : -1;
            if (escape < 0) {
                unescaped.append(c);
                if (c == '\\' && next != 0 && next != '\r' && next != '\n') {
                    unescaped.append(next);
                    index++;
                }
            } else {
                unescaped.append("\r\n\t\\".charAt(escape));
                index++;
            }
        }
        return unescaped.toString();
    }

    /** {@code ${…}}: quoted texts and object definitions may contain braces, nothing else may; nor line ends. */
    static int binding(String source, int from) {
        if (!source.startsWith("${", from)) {
            return -1;
        }
        int end = content(source, from + 2);
        return end > from + 2 && end < source.length() && source.charAt(end) == '}' ? end + 1 : -1;
    }

    /** Any number of quoted texts, object definitions and characters that are neither braces, quotes nor line ends. */
    private static int content(String source, int from) {
        int at = from;
        while (at < source.length()) {
            int next = switch (source.charAt(at)) {
                case '\'', '"' -> string(source, at);
                case '{' -> object(source, at);
                case '}', '`', '\r', '\n' -> -1;
                default -> at + 1;
            };
            if (next < 0) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** An object definition: braces around nothing, or around a name, a colon and content. */
    private static int object(String source, int from) {
        int at = from + 1;
        if (at < source.length() && source.charAt(at) != '}') {
            char c = source.charAt(at);
            int colon = c == '\'' || c == '"' ? string(source, at) : identifier(source, at);
            if (colon < 0 || colon >= source.length() || source.charAt(colon) != ':') {
                return -1;
            }
            at = content(source, colon + 1);
            if (at == colon + 1) {
                return -1;
            }
        }
        return at < source.length() && source.charAt(at) == '}' ? at + 1 : -1;
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
