package dev.linekeeper.template.function.text;

import dev.linekeeper.template.value.Failure;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute address, read as the WHATWG URL standard does for the usual cases; addresses of IPv4 in odd notations stay as
 * they are written.
 *
 * @param port empty if it is the scheme's own
 * @param query with its question mark; empty if there is none
 */
record WebAddress(String scheme, String host, String port, String path, String query) {
    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[^@]*@)*(\\[[0-9A-Fa-f:.]+]|[^@:\\[\\]<>^|%\\s#/?\\\\]*)(?::(\\d{0,5}))?");
    private static final Map<String, String> PORTS =
            Map.of("http", "80", "https", "443", "ws", "80", "wss", "443", "ftp", "21", "file", "");
    private static final String PATH_CHARACTERS = "-_.!~*'()/:@&=+$,;%[]|^\\";
    private static final String QUERY_CHARACTERS = "-_.!~*()/:@&=+$,;%?[]|^\\`{}";

    static WebAddress parse(String written) {
        Matcher parts = ADDRESS.matcher(written.strip().replaceAll("[\\t\\n\\r]", ""));
        if (!parts.matches()) {
            throw invalid(written);
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String rest = parts.group(2);
        String query = parts.group(3) == null || parts.group(3).length() == 1 ? "" : parts.group(3);
        boolean web = PORTS.containsKey(scheme);
        if (!web && !rest.startsWith("//")) {
            return new WebAddress(
                    scheme, "", "", encode(rest, PATH_CHARACTERS + " "), encode(query, QUERY_CHARACTERS + "'"));
        }
        String beyond = web ? rest.replace('\\', '/') : rest;
        int start = web && !scheme.equals("file") ? slashes(beyond) : Math.min(2, slashes(beyond));
        int end = beyond.indexOf('/', start) < 0 ? beyond.length() : beyond.indexOf('/', start);
        Matcher authority = AUTHORITY.matcher(beyond.substring(start, end));
        if (!authority.matches()
                || (web && !scheme.equals("file") && authority.group(1).isEmpty())) {
            throw invalid(written);
        }
        String path = beyond.substring(end);
        return new WebAddress(
                scheme,
                host(authority.group(1), written),
                port(authority.group(2), scheme, written),
                web || !path.isEmpty() ? resolved(encode(path, PATH_CHARACTERS)) : path,
                encode(query, QUERY_CHARACTERS + (web ? "" : "'")));
    }

    private static int slashes(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(count) == '/') {
            count++;
        }
        return count;
    }

    private static String host(String written, String address) {
        try {
            return IDN.toASCII(written.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid(address);
        }
    }

    private static String port(@org.jspecify.annotations.Nullable String written, String scheme, String address) {
        if (written == null || written.isEmpty()) {
            return "";
        }
        int port = Integer.parseInt(written);
        if (port > 65_535) {
            throw invalid(address);
        }
        String plain = String.valueOf(port);
        return plain.equals(PORTS.get(scheme)) ? "" : plain;
    }

    private static String encode(String text, String kept) {
        return text.isEmpty() ? text : UriFunctions.encode(text, kept);
    }

    /** The path without steps to the same folder or to the one above. */
    private static String resolved(String path) {
        List<String> steps = new ArrayList<>();
        String[] written =
                path.isEmpty() ? new String[] {""} : path.substring(1).split("/", -1);
        for (int index = 0; index < written.length; index++) {
            boolean last = index == written.length - 1;
            switch (written[index]) {
                case "." -> addEmpty(steps, last);
                case ".." -> {
                    if (!steps.isEmpty()) {
                        steps.remove(steps.size() - 1);
                    }
                    addEmpty(steps, last);
                }
                default -> steps.add(written[index]);
            }
        }
        return "/" + String.join("/", steps);
    }

    private static void addEmpty(List<String> steps, boolean last) {
        if (last) {
            steps.add("");
        }
    }

    private static Failure invalid(String written) {
        return Failure.of("%s is not an absolute address.", written);
    }
}
