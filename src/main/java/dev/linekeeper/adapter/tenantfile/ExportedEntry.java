package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.ShapeTable.ListForm;
import dev.linekeeper.adapter.tenantfile.ShapeTable.Member;
import dev.linekeeper.core.tenant.PolicyKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry of a section as Graph, a cmdlet or {@code ConvertTo-Json} wrote it, turned into the one shape that the section
 * readers know. Members that nobody knows stay as they are.
 */
final class ExportedEntry {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int NULL_COMES_LAST = 100;
    /** What {@code ConvertTo-Json} leaves of an object, or of a list of objects, that is too deep. */
    private static final Pattern CUT_OFF =
            Pattern.compile("(@\\{|(System|Microsoft|Selected)\\.[A-Z]).*", Pattern.DOTALL);

    private static final Pattern TEL = Pattern.compile("^\\s*tel:", Pattern.CASE_INSENSITIVE);

    private static final List<String> SPEAKS_FOR_OBJECT =
            List.of("id", "Id", "ObjectId", "ErrorDescription", "ErrorMessage", "message", "Message", "ErrorCode");

    /** Places of the one shape that are written elsewhere; what is below them is below those. */
    private final Map<String, String> origins = new HashMap<>();

    private final JsonNode node;

    /**
     * Turns an entry.
     *
     * @param section such as {@code users}
     * @param place where in the file it is written, as a JSON pointer
     */
    ExportedEntry(String section, String place, JsonNode written) {
        node = value(section, written, place, place);
        if (node instanceof ObjectNode entry) {
            switch (section) {
                case "users" -> {
                    grantsFromColumns(entry, place);
                    linesFromAddress(entry, place);
                }
                case "resourceAccounts" -> grantsFromColumns(entry, place);
                case "telephoneNumbers" -> actionsFromFlag(entry);
                default -> {}
            }
        }
    }

    /** The entry in the one shape. */
    JsonNode node() {
        return node;
    }

    /** Where in the file a place of the one shape is written. */
    String origin(String at) {
        for (int end = at.length(); end > 0; end = at.lastIndexOf('/', end - 1)) {
            var origin = origins.get(at.substring(0, end));
            if (origin != null) {
                return origin + at.substring(end);
            }
        }
        return at;
    }

    /**
     * Whether an object may have the member and still only wrap its {@code value}: so do a collection of Graph, a list of
     * Windows PowerShell, and a flag or number with notes.
     */
    static boolean wraps(String member) {
        return member.equals("value") || member.equals("Count") || member.startsWith("@odata.");
    }

    static boolean isCutOff(JsonNode written) {
        return written.isString() && CUT_OFF.matcher(written.stringValue()).matches();
    }

    static String pointer(String place, String member) {
        return place + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    private static Optional<JsonNode> wrapped(JsonNode object) {
        return object.has("value") && object.propertyNames().stream().allMatch(ExportedEntry::wraps)
                ? Optional.of(object.get("value"))
                : Optional.empty();
    }

    private JsonNode value(String path, JsonNode written, String to, String from) {
        var inside = wrapped(written);
        if (inside.isPresent()) {
            return value(path, inside.get(), to, from + "/value");
        }
        written(to, from);
        return switch (written) {
            case ObjectNode flag when flag.has("IsPresent") -> flag.get("IsPresent");
            case ObjectNode object -> object(path, object, to, from);
            default -> written;
        };
    }

    /** Of two names for one member the one that says something counts, then the readers' own. */
    private ObjectNode object(String path, ObjectNode written, String to, String from) {
        var made = NODES.objectNode();
        var ranks = new HashMap<String, Integer>();
        for (var entry : written.properties()) {
            var member = ShapeTable.member(path, entry.getKey());
            var rank = member.rank() + (entry.getValue().isNull() ? NULL_COMES_LAST : 0);
            if (rank < ranks.getOrDefault(member.name(), Integer.MAX_VALUE)) {
                ranks.put(member.name(), rank);
                made.set(
                        member.name(),
                        member(
                                path + "/" + member.name(),
                                member,
                                entry.getValue(),
                                pointer(to, member.name()),
                                pointer(from, entry.getKey())));
            }
        }
        return made;
    }

    private JsonNode member(String path, Member member, JsonNode written, String to, String from) {
        if (member.name().equals("telephoneNumber") && written.isString()) {
            written(to, from);
            return withoutTel(written);
        }
        if (member.form() == ListForm.VALUE || written.isNull() || isCutOff(written)) {
            return value(path, written, to, from);
        }
        written(to, from);
        var list = NODES.arrayNode();
        addAll(path, member.form(), written, list, to, from);
        return list;
    }

    /** Adds what is written as a list, as lists in a list, wrapped, or as one value. Nulls in a list stand for nothing, but for licences. */
    private void addAll(String path, ListForm form, JsonNode written, ArrayNode list, String to, String from) {
        if (written instanceof ArrayNode several) {
            for (int i = 0; i < several.size(); i++) {
                addAll(path, form, several.get(i), list, to, from + "/" + i);
            }
        } else if (wrapped(written).isPresent()) {
            addAll(path, form, written.get("value"), list, to, from + "/value");
        } else if (form == ListForm.TEXTS && written.has("GroupIds")) {
            addAll(path, form, written.get("GroupIds"), list, to, from + "/GroupIds");
        } else if (written.isNull() && path.endsWith("/assignedPlans")) {
            list.add(written);
        } else if (!written.isNull()
                && !(written.isString() && written.stringValue().isBlank())) {
            var text = form == ListForm.TEXTS ? spokenFor(written) : Optional.<String>empty();
            var place = to + "/" + list.size();
            list.add(text.map(name -> value(path, written.get(name), place, pointer(from, name)))
                    .orElseGet(() -> value(path, written, place, from)));
        }
    }

    private static Optional<String> spokenFor(JsonNode written) {
        return SPEAKS_FOR_OBJECT.stream().filter(written::hasNonNull).findFirst();
    }

    private void written(String to, String from) {
        if (to.equals(from)) {
            origins.remove(to);
        } else {
            origins.put(to, from);
        }
    }

    /**
     * Get-CsOnlineUser has a column for each type of policy: the direct grant, or null. A kind without a column is a grant
     * without a name.
     */
    private void grantsFromColumns(ObjectNode entry, String place) {
        if (entry.has("policyGrants")) {
            return;
        }
        var grants = NODES.arrayNode();
        for (var kind : PolicyKind.values()) {
            var column = entry.propertyNames().stream()
                    .filter(kind.type()::equalsIgnoreCase)
                    .findFirst();
            var granted = column.map(entry::get).filter(value -> !isNothing(value));
            if (column.isEmpty() || granted.isPresent()) {
                var to = place + "/policyGrants/" + grants.size() + "/policyName";
                var name = granted.filter(JsonNode::isObject).map(value -> value.has("Name") ? "/Name" : "/name");
                written(to, pointer(place, column.orElse(kind.type())) + name.orElse(""));
                grants.addObject()
                        .put("policyType", kind.type())
                        .set(
                                "policyName",
                                granted.map(value -> name.isPresent()
                                                ? value.path(name.get().substring(1))
                                                : value)
                                        .filter(value -> !value.isMissingNode())
                                        .orElse(NODES.nullNode()));
            }
        }
        if (grants.valueStream()
                        .filter(grant -> grant.get("policyName").isNull())
                        .count()
                < PolicyKind.values().length) {
            entry.set("policyGrants", grants);
        }
    }

    /** Get-CsOnlineUser has the number as an address such as {@code tel:+14255550100}, and lists it only in newer modules. */
    private void linesFromAddress(ObjectNode entry, String place) {
        var lines = entry.path("telephoneNumbers");
        var address = entry.path("lineUri");
        if (address.isMissingNode() || (lines.isArray() && !lines.isEmpty())) {
            return;
        }
        var made = entry.putArray("telephoneNumbers");
        if (!isNothing(address)) {
            made.addObject().set("telephoneNumber", withoutTel(address));
            written(place + "/telephoneNumbers/0/telephoneNumber", origin(place + "/lineUri"));
        }
    }

    /** Get-CsPhoneNumberAssignment says as a flag which of Graph's actions is supported. */
    private void actionsFromFlag(ObjectNode entry) {
        var flag = entry.path("locationUpdateSupported");
        if (flag.isBoolean() && !entry.hasNonNull("supportedCustomerActions")) {
            var actions = entry.putArray("supportedCustomerActions");
            if (flag.booleanValue()) {
                actions.add("locationUpdate");
            }
        }
    }

    private static JsonNode withoutTel(JsonNode number) {
        return number.isString()
                ? NODES.stringNode(TEL.matcher(number.stringValue()).replaceFirst(""))
                : number;
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || (value.isString() && value.stringValue().isBlank());
    }
}
