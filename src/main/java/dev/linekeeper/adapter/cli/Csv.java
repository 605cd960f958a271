package dev.linekeeper.adapter.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values by RFC 4180. A cell a spreadsheet would take for a formula gets an apostrophe in front, so that
 * a display name cannot run anything; telephone numbers with their plus are such cells too.
 */
record Csv(PrintWriter out) {
    void row(List<String> cells) {
        out.print(cells.stream().map(Csv::cell).collect(Collectors.joining(",")));
        out.print("\r\n");
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
