package dev.linekeeper.simulator.graph;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The operators of OData's {@code $filter} documented for these collections: {@code eq}, {@code and}, {@code any()}. */
final class ODataFilter {
    private static final String LITERAL = "'((?:[^']|'')*)'";
    private static final Pattern EQUALS =
            Pattern.compile("\\s*(\\w+)\\s+eq\\s+(?:" + LITERAL + "|(true|false|null|\\d+))\\s*");
    private static final Pattern ANY =
            Pattern.compile("\\s*(\\w+)/any\\(\\s*(\\w+)\\s*:\\s*\\2\\s+eq\\s+" + LITERAL + "\\s*\\)\\s*");
    private static final Pattern AND = Pattern.compile("and\\b");

    private final String filter;

    ODataFilter(String filter) {
        this.filter = filter;
    }

    List<ObjectNode> of(List<ObjectNode> entries) {
        return entries.stream().filter(this::matches).toList();
    }

    private boolean matches(JsonNode entry) {
        var at = 0;
        var matches = true;
        while (true) {
            var equals = EQUALS.matcher(filter).region(at, filter.length());
            var any = ANY.matcher(filter).region(at, filter.length());
            if (equals.lookingAt()) {
                var text = equals.group(2);
                var wanted = text == null ? equals.group(3) : text.replace("''", "'");
                matches &= is(entry.path(equals.group(1)), wanted);
                at = equals.end();
            } else if (any.lookingAt()) {
                var wanted = any.group(3).replace("''", "'");
                matches &= StreamSupport.stream(entry.path(any.group(1)).spliterator(), false)
                        .anyMatch(member -> is(member, wanted));
                at = any.end();
            } else {
                throw GraphError.invalid("Invalid filter clause: %s".formatted(filter));
            }
            var and = AND.matcher(filter).region(at, filter.length());
            if (at == filter.length()) {
                return matches;
            }
            if (!and.lookingAt()) {
                throw GraphError.invalid("Invalid filter clause: %s".formatted(filter));
            }
            at = and.end();
        }
    }

    private static boolean is(JsonNode value, String wanted) {
        return value.asString("null").equalsIgnoreCase(wanted);
    }
}
