package dev.linekeeper.simulator.state;

import java.util.List;
import org.springframework.util.StringUtils;
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

    /** {@code CallingPlan} as Graph spells it: {@code callingPlan}. */
    public static String camel(String word) {
        return StringUtils.uncapitalize(word);
    }

    /** {@code callingPlan} as the cmdlets spell it: {@code CallingPlan}. */
    public static String pascal(String word) {
        return StringUtils.capitalize(word);
    }
}
