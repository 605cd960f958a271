package dev.linekeeper.template.expression;

/** Escapes in quoted texts. */
final class Escapes {
    private Escapes() {}

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
}
