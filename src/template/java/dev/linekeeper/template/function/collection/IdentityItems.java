package dev.linekeeper.template.function.collection;

import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Items in the order they came, each once: the same by JavaScript's {@code ===}, lists and objects by identity. */
final class IdentityItems {
    private final Map<Object, JsonNode> items = new LinkedHashMap<>();

    /** What an item takes here. */
    static final int BYTES_EACH = 80;

    void add(JsonNode item, Accountant accountant) {
        accountant.spend(4);
        accountant.read(item.isString() ? item.stringValue().length() : 0);
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
            case STRING ->
                item.stringValue(); // unlike a node, a key that can be put in an order: equal hashes stay harmless
            case BOOLEAN, NULL, MISSING -> item;
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
