package dev.linekeeper.simulator.state;

import dev.linekeeper.core.tenant.Fact;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Helpers for JSON in Graph's spelling. */
public final class WireJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private WireJson() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /**
     * Parses an object; an empty one for JSON of another kind.
     *
     * @throws JacksonException for other text
     */
    public static ObjectNode parse(String text) {
        return MAPPER.readTree(text) instanceof ObjectNode object ? object : object();
    }

    public static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    /** The objects in a list; none when it is no list. */
    public static List<ObjectNode> objects(JsonNode list) {
        return list.isArray()
                ? list.valueStream()
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast)
                        .toList()
                : List.of();
    }

    /** The value of a fact; null when it is missing. */
    public static <T> @Nullable T known(Fact<T> fact) {
        return fact.known().orElse(null);
    }

    /** {@code USER_ASSIGNED} as Graph spells it: {@code userAssigned}. */
    public static String camel(Enum<?> member) {
        var spelt = new StringBuilder();
        for (var word : member.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            spelt.append(spelt.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return spelt.toString();
    }

    /** {@code CallingPlan} as Graph spells it: {@code callingPlan}. */
    public static String camel(String word) {
        return word.isEmpty() ? word : Character.toLowerCase(word.charAt(0)) + word.substring(1);
    }

    /** {@code callingPlan} as the cmdlets spell it: {@code CallingPlan}. */
    public static String pascal(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** {@code ENABLED} as the directory spells it: {@code Enabled}. */
    public static String pascal(Enum<?> member) {
        return pascal(camel(member));
    }
}
