package dev.linekeeper.adapter.powershell;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The output of a cmdlet as a document: complete, and never quoted in an error. */
enum CmdletOutput implements JsonCursor.Document {
    OF_CMDLET;

    static JsonCursor of(String cmdlet, JsonNode printed) {
        return new JsonCursor(OF_CMDLET, cmdlet, printed);
    }

    @Override
    public String source() {
        return PowerShell.SOURCE;
    }

    @Override
    public String member(String place, String name) {
        return place + "." + name;
    }

    @Override
    public String entry(String place, int index) {
        return "%s[%d]".formatted(place, index);
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public BackendFailure unreadable(String place, String expected, JsonNode found) {
        return new BackendFailure(
                FailureKind.PROTOCOL,
                "%s: %s was expected, found %s"
                        .formatted(
                                place,
                                expected,
                                found.isMissingNode()
                                        ? "nothing"
                                        : found.getNodeType().name().toLowerCase(Locale.ROOT)));
    }
}
