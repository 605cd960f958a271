package dev.linekeeper.template;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON values compared by value: 1 and 1.0 are the same number. */
final class Numerals {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Numerals() {}

    /** A copy in which every number is a double. */
    static JsonNode plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> DoubleNode.valueOf(value.asDouble() + 0d);
            case ARRAY -> {
                ArrayNode copy = MAPPER.createArrayNode();
                value.forEach(item -> copy.add(plain(item)));
                yield copy;
            }
            case OBJECT -> {
                ObjectNode copy = MAPPER.createObjectNode();
                for (Map.Entry<String, JsonNode> property : value.properties()) {
                    copy.set(property.getKey(), plain(property.getValue()));
                }
                yield copy;
            }
            default -> value;
        };
    }
}
