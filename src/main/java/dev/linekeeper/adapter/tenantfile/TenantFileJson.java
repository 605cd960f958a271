package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.powershell.JsonCursor;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An entry of a tenant file as a document: places are JSON pointers such as {@code /users/3/id}, as the file spells them,
 * and usual values may be left out. A fact that cannot be read is missing and told to {@code unusable}.
 */
public record TenantFileJson(ExportedEntry entry, Consumer<String> unusable) implements JsonCursor.Document {
    public static final String SOURCE = "tenant file";
    private static final Pattern ID = Pattern.compile("(?i).*/\\w*(id|identity)");
    private static final int QUOTED_AT_MOST = 60;

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String member(String place, String name) {
        return ExportedEntry.pointer(place, name);
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
    public <T> Fact<T> instead(String place, JsonNode found, BackendFailure fault) {
        if (found.isNull()) {
            return Fact.missing("%s is null in the tenant file: it could not be read".formatted(entry.origin(place)));
        }
        var why = String.valueOf(fault.getMessage());
        unusable.accept(why);
        return Fact.missing(why);
    }

    @Override
    public UnreadableTenantFile unreadable(String place, String expected, JsonNode found) {
        var text = found.isMissingNode() ? "nothing" : found.toString();
        return new UnreadableTenantFile("%s: %s was expected, found %s%s"
                .formatted(
                        entry.origin(place),
                        expected,
                        text.length() > QUOTED_AT_MOST ? text.substring(0, QUOTED_AT_MOST) + "…" : text,
                        hint(place, expected, found)));
    }

    /** What ConvertTo-Json does to words, and to what lies deep, when it is not told otherwise. */
    private static String hint(String place, String expected, JsonNode found) {
        if (found.isNumber()
                && !expected.matches(".*number.*|true or false|a list|an object")
                && !ID.matcher(place).matches()) {
            return "; if that is a word, export it with ConvertTo-Json -EnumsAsStrings";
        }
        return ExportedEntry.isCutOff(found) || (found.isString() && expected.matches("a list|an object"))
                ? "; if the export cut it off, use ConvertTo-Json with a greater -Depth"
                : "";
    }
}
