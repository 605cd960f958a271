package dev.linekeeper.adapter.teams.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** The texts of a card without layout, for notifications, screen readers and clients without cards. */
final class PlainText {
    private static final Pattern DATE = Pattern.compile(
            "\\{\\{DATE\\((\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d):\\d\\dZ[^)]*\\)\\}\\} \\{\\{TIME\\([^)]*\\)\\}\\}");
    private static final Pattern BOLD = Pattern.compile("(?<!\\\\)\\*\\*");
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private PlainText() {}

    /** Every text of the card's body, from top to bottom, one a line; the card is JSON in UTF-8. */
    static List<String> lines(byte[] card) {
        try (JsonParser json = MAPPER.createParser(card)) {
            List<String> lines = List.of();
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                if (json.currentName().equals("body")) {
                    lines = elements(json);
                } else {
                    json.nextToken();
                    json.skipChildren();
                }
            }
            return lines;
        }
    }

    private static List<String> elements(JsonParser json) {
        var lines = new ArrayList<String>();
        if (json.nextToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                lines.addAll(element(json));
            }
        }
        return lines;
    }

    /** The lines of one element; its type may come last, so all members are read first. */
    private static List<String> element(JsonParser json) {
        String type = "";
        String text = "";
        String title = "";
        String value = "";
        List<String> inner = List.of();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            switch (json.currentName()) {
                case "type" -> type = text(json);
                case "text" -> text = text(json);
                case "title" -> title = text(json);
                case "value" -> value = text(json);
                case "items", "columns", "facts" -> inner = elements(json);
                default -> {
                    json.nextToken();
                    json.skipChildren();
                }
            }
        }
        return switch (type) {
            case "TextBlock" -> List.of(plain(text));
            case "ColumnSet" -> List.of(String.join(" ", inner)); // side by side
            case "Container", "Column", "FactSet" -> inner;
            case "" -> List.of(plain(title) + ": " + plain(value)); // a fact
            default -> List.of();
        };
    }

    private static String text(JsonParser json) {
        JsonToken value = json.nextToken();
        json.skipChildren();
        return value.isScalarValue() && value != JsonToken.VALUE_NULL ? json.getString() : "";
    }

    private static String plain(String text) {
        String dated = text.contains("{{") ? DATE.matcher(text).replaceAll("$1 $2 UTC") : text;
        return Markdown.plain(dated.contains("**") ? BOLD.matcher(dated).replaceAll("") : dated);
    }
}
