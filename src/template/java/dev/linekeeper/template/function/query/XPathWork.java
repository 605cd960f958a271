package dev.linekeeper.template.function.query;

import java.util.List;

/**
 * How much work an XPath can make of a document, told from how both are written, because nothing can be counted while it is
 * evaluated: every step that looks at more than the children of each node it comes from, and every path in a condition that
 * begins anew, may go through the whole document once more for each node.
 */
final class XPathWork {
    private static final List<String> NARROW_AXES = List.of("child:", "attribute:", "self:");

    private final String path;
    private int at;
    private int most = 1;

    private XPathWork(String path) {
        this.path = path;
    }

    /** Steps of work, at the most. */
    static long steps(String path, String xml) {
        XPathWork work = new XPathWork(path);
        while (work.at < path.length()) {
            work.expression(1, false);
        }
        XmlSize size = XmlSize.of(xml);
        double once = (double) size.depth() * (xml.length() / 8d + size.nodes()) * (1 + path.length() / 64d);
        return (long) Math.min(once * Math.pow(size.nodes(), work.most - 1d), Long.MAX_VALUE / 4d);
    }

    /**
     * Reads on to the bracket that closes, and notes how often the document may be gone through.
     *
     * @param outer how often whatever this is in makes that
     * @param inCondition whether it is evaluated for each node of a step
     */
    private void expression(int outer, boolean inCondition) {
        int times = outer;
        boolean begins = true;
        while (at < path.length()) {
            char c = path.charAt(at++);
            boolean twice = path.startsWith(String.valueOf(c), at);
            switch (c) {
                case '[' -> expression(times, true);
                case '(' -> expression(times, inCondition);
                case ']', ')' -> {
                    return;
                }
                case '"', '\'' -> {
                    int end = path.indexOf(c, at);
                    at = end < 0 ? path.length() : end + 1;
                }
                case '/' -> times += (begins ? inCondition : twice) ? 1 : 0;
                case ':' -> times += twice && NARROW_AXES.stream().noneMatch(path.substring(0, at)::endsWith) ? 1 : 0;
                case '.' -> times += twice ? 1 : 0;
                case '|', '=', '<', '>', '+', ',', '!' -> times = outer;
                default -> { // A character of a name or a number.
                }
            }
            at += twice && "/:.".indexOf(c) >= 0 ? 1 : 0;
            most = Math.max(most, times);
            begins = "|=<>+,!-* \t\r\n".indexOf(c) >= 0;
        }
    }

    /** How many nodes a document has and how deep they are, comments and the like aside. */
    private record XmlSize(int nodes, int depth) {
        private static final List<String> OPAQUE = List.of("<!--", "-->", "<![CDATA[", "]]>", "<?", "?>");

        static XmlSize of(String xml) {
            int nodes = 1;
            int depth = 1;
            int open = 0;
            for (int index = 0; index < xml.length(); index++) {
                index = beyondOpaque(xml, index);
                char c = xml.charAt(index);
                nodes += c == '<' || c == '=' ? 1 : 0;
                if (c == '<') {
                    open += xml.startsWith("/", index + 1) ? -1 : 1;
                    depth = Math.max(depth, open);
                } else if (c == '/' && xml.startsWith(">", index + 1)) {
                    open--;
                }
            }
            return new XmlSize(nodes, depth);
        }

        /** The last character of a comment or the like that begins at the place; otherwise the place. */
        private static int beyondOpaque(String xml, int index) {
            for (int kind = 0; kind < OPAQUE.size() && xml.charAt(index) == '<'; kind += 2) {
                if (xml.startsWith(OPAQUE.get(kind), index)) {
                    int end = xml.indexOf(OPAQUE.get(kind + 1), index);
                    return end < 0
                            ? xml.length() - 1
                            : end + OPAQUE.get(kind + 1).length() - 1;
                }
            }
            return index;
        }
    }
}
