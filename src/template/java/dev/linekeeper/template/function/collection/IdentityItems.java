package dev.linekeeper.template.function.collection;

import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Items in the order they came, each once: the same by JavaScript's {@code ===}, lists and objects by identity. */
final class IdentityItems {
    private final Map<Object, JsonNode> items = new LinkedHashMap<>();

    void add(JsonNode item) {
        items.putIfAbsent(key(item), item);
    }

    void retain(IdentityItems others) {
        items.keySet().retainAll(others.items.keySet());
    }

    JsonNode toList() {
        return Values.list(items.values());
    }

    private static Object key(JsonNode item) {
        return switch (item.getNodeType()) {
            case NUMBER -> JsNumbers.toDouble(item) + 0d;
            case STRING, BOOLEAN, NULL, MISSING -> item;
            default -> new NodeIdentity(item);
        };
    }

    /** A node that equals nothing but itself. */
    private record NodeIdentity(JsonNode node) {
        @Override
        @SuppressWarnings("ReferenceEquality") // identity is what this is about
        public boolean equals(Object other) {
            return other instanceof NodeIdentity identity && identity.node == node;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(node);
        }
    }
}
