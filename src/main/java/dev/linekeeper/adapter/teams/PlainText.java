package dev.linekeeper.adapter.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The texts of a card without its layout: for notifications, screen readers and clients that show no cards. */
final class PlainText {
    private static final Pattern DATE = Pattern.compile(
            "\\{\\{DATE\\((\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d):\\d\\dZ[^)]*\\)\\}\\} \\{\\{TIME\\([^)]*\\)\\}\\}");
    private static final Pattern BOLD = Pattern.compile("(?<!\\\\)\\*\\*");

    private PlainText() {}

    /** Every text of the card's body, from top to bottom, a line each. */
    static List<String> lines(JsonNode card) {
        var lines = new ArrayList<String>();
        collect(card.path("body"), lines);
        return lines;
    }

    private static void collect(JsonNode element, List<String> lines) {
        if (element.isArray()) {
            element.forEach(child -> collect(child, lines));
            return;
        }
        switch (element.path("type").asString("")) {
            case "TextBlock" -> lines.add(plain(element.path("text").asString("")));
            case "FactSet" ->
                element.path("facts")
                        .forEach(fact -> lines.add("%s: %s"
                                .formatted(
                                        plain(fact.path("title").asString("")),
                                        plain(fact.path("value").asString("")))));
            case "ColumnSet" -> lines.add(row(element));
            case "Container", "Column" -> collect(element.path("items"), lines);
            default -> {}
        }
    }

    /** Columns are read as one line, as they are seen. */
    private static String row(JsonNode columns) {
        var cells = new ArrayList<String>();
        columns.path("columns").forEach(column -> collect(column.path("items"), cells));
        return String.join(" ", cells);
    }

    private static String plain(String text) {
        return Markdown.plain(
                BOLD.matcher(DATE.matcher(text).replaceAll("$1 $2 UTC")).replaceAll(""));
    }
}
