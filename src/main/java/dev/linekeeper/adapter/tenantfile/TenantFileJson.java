package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.powershell.JsonCursor;
import tools.jackson.databind.JsonNode;

/** A tenant file as a document: places are JSON pointers such as {@code /users/3/id}, and usual values may be left out. */
public enum TenantFileJson implements JsonCursor.Document {
    IN_FILE;

    public static final String SOURCE = "tenant file";
    private static final int QUOTED_AT_MOST = 60;

    static JsonCursor of(String pointer, JsonNode node) {
        return new JsonCursor(IN_FILE, pointer, node);
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String member(String place, String name) {
        return place + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public String entry(String place, int index) {
        return place + "/" + index;
    }

    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public UnreadableTenantFile unreadable(String place, String expected, JsonNode found) {
        var text = found.isMissingNode() ? "nothing" : found.toString();
        return new UnreadableTenantFile("%s: %s was expected, found %s"
                .formatted(
                        place,
                        expected,
                        text.length() > QUOTED_AT_MOST ? text.substring(0, QUOTED_AT_MOST) + "…" : text));
    }
}
