package dev.linekeeper.template;

import dev.linekeeper.template.expression.Limits;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Numbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds a tree that shares no object and no array with anything. */
final class TreeSink implements Sink {
    private final long limit;
    private final Depth depth;
    private final Deque<JsonNode> open = new ArrayDeque<>();
    private final Deque<String> pending = new ArrayDeque<>();
    private long size;
    private JsonNode result = Values.nullNode();
    private String name = "";

    TreeSink(Limits limits) {
        limit = limits.maxOutput();
        depth = new Depth(limits.maxNesting());
    }

    JsonNode result() {
        return result;
    }

    @Override
    public void name(Name next) {
        grow(next.json().length);
        name = next.text();
    }

    @Override
    public void value(JsonNode value) {
        put(copy(value));
    }

    @Override
    public void fixed(Node.Fixed part) {
        grow(part.json().length);
        put(part.tree().isContainer() ? part.tree().deepCopy() : part.tree());
    }

    @Override
    public void beginObject() {
        begin(Values.object());
    }

    @Override
    public void endObject() {
        end();
    }

    @Override
    public void beginArray() {
        begin(Values.list());
    }

    @Override
    public void endArray() {
        end();
    }

    private void begin(JsonNode container) {
        depth.enter();
        put(container);
        open.push(container);
    }

    private void end() {
        depth.leave();
        open.pop();
    }

    /** The values are gathered in a list of their own, which takes its place only when they have all come. */
    @Override
    public int beginMany() {
        pending.push(name);
        open.push(Values.list());
        return 0;
    }

    @Override
    public void endMany(int mark, int count) {
        JsonNode many = open.pop();
        name = pending.pop();
        put(count == 0 ? Values.nullNode() : count == 1 ? many.get(0) : many);
    }

    private void put(JsonNode value) {
        grow(1);
        switch (open.peek()) {
            case ObjectNode object -> object.set(name, value);
            case ArrayNode array -> array.add(value);
            case null, default -> result = value;
        }
    }

    private JsonNode copy(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> {
                depth.enter();
                ObjectNode copy = Values.object();
                for (Map.Entry<String, JsonNode> property : value.properties()) {
                    if (!property.getValue().isMissingNode()) {
                        grow(property.getKey().length() + 4L);
                        copy.set(property.getKey(), copy(property.getValue()));
                    }
                }
                depth.leave();
                yield copy;
            }
            case ARRAY -> {
                depth.enter();
                ArrayNode copy = Values.list();
                for (JsonNode item : value) {
                    grow(1);
                    copy.add(copy(item));
                }
                depth.leave();
                yield copy;
            }
            case STRING -> {
                grow(value.stringValue().length() + 2L);
                yield value;
            }
            case POJO ->
                Numbers.asBig(value).map(big -> Text.node(big.toString())).orElse(Values.nullNode());
            case MISSING -> Values.nullNode();
            case BINARY -> binary(value.binaryValue());
            case NUMBER ->
                value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue(0)) ? Values.nullNode() : value;
            default -> value;
        };
    }

    /** Bytes as JavaScript writes a typed array: an object of their places. */
    private JsonNode binary(byte[] bytes) {
        grow(bytes.length * 8L);
        ObjectNode places = Values.object();
        for (int index = 0; index < bytes.length; index++) {
            places.put(String.valueOf(index), bytes[index] & 0xff);
        }
        return places;
    }

    private void grow(long more) {
        size += more;
        if (size > limit) {
            throw Failure.limit("the output would be longer than %d bytes".formatted(limit));
        }
    }
}
