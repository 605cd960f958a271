package dev.linekeeper.template;

import dev.linekeeper.template.expression.Limits;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes JSON in UTF-8, in the order of the output. What came last tells whether a comma is due: nothing ends in a bracket
 * that opens or a colon. Not thread-safe: one expansion, one sink.
 */
final class Utf8Sink {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final Utf8Buffer out;
    private final int deepest;
    private int depth;

    /** A sink that refuses to write more than the limits allow. */
    Utf8Sink(Limits limits) {
        out = new Utf8Buffer(limits.maxOutput(), 8192);
        deepest = limits.maxNesting();
    }

    /** A sink without limits that will probably write so many bytes. */
    Utf8Sink(int expected) {
        out = new Utf8Buffer(Long.MAX_VALUE, expected);
        deepest = Integer.MAX_VALUE;
    }

    byte[] result() {
        return out.result();
    }

    /** The name of the property whose value comes next. */
    void name(Name name) {
        separate();
        out.raw(name.json());
    }

    /** A part of the template that is always the same. */
    void fixed(Node.Fixed part) {
        separate();
        out.raw(part.json());
    }

    void beginObject() {
        separate();
        open('{');
    }

    void endObject() {
        close('}');
    }

    void beginArray() {
        separate();
        open('[');
    }

    void endArray() {
        close(']');
    }

    /** Any number of values follow where one is expected; gives a mark for their end. */
    int beginMany() {
        separate();
        out.raw('[');
        return out.length() - 1;
    }

    /** So many values came since the mark: none become null, one stands for itself, more become an array. */
    void endMany(int mark, int count) {
        if (count > 1) {
            out.raw(']');
        } else if (count == 1) {
            out.remove(mark);
        } else {
            out.cut(mark);
            out.raw(NULL);
        }
    }

    /** A value. Undefined and what JSON cannot express become null. */
    void value(JsonNode value) {
        separate();
        switch (value.getNodeType()) {
            case STRING -> out.string(value.stringValue());
            case NUMBER -> number(value);
            case BOOLEAN -> out.ascii(value.booleanValue() ? "true" : "false");
            case ARRAY -> {
                open('[');
                value.forEach(this::value);
                close(']');
            }
            case OBJECT -> {
                open('{');
                for (Map.Entry<String, JsonNode> property : value.properties()) {
                    if (!property.getValue().isMissingNode()) {
                        separate();
                        out.string(property.getKey());
                        out.raw(':');
                        value(property.getValue());
                    }
                }
                close('}');
            }
            case BINARY -> binary(value.binaryValue());
            case POJO -> Numbers.asBig(value).ifPresentOrElse(big -> out.string(big.toString()), () -> out.raw(NULL));
            case NULL, MISSING -> out.raw(NULL);
        }
    }

    private void number(JsonNode value) {
        if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue(0))) {
            out.raw(NULL);
        } else {
            out.ascii(
                    value.isBigInteger() || value.isBigDecimal()
                            ? value.numberValue().toString()
                            : Numbers.toText(value));
        }
    }

    /** Bytes as JavaScript writes a typed array: an object of their places. */
    private void binary(byte[] binary) {
        open('{');
        for (int index = 0; index < binary.length; index++) {
            separate();
            out.ascii("\"" + index + "\":" + (binary[index] & 0xff));
        }
        close('}');
    }

    private void open(char bracket) {
        if (++depth > deepest) {
            throw Failure.limit("the output would be nested more than %d levels deep".formatted(deepest));
        }
        out.raw(bracket);
    }

    private void close(char bracket) {
        depth--;
        out.raw(bracket);
    }

    private void separate() {
        int last = out.last();
        if (last >= 0 && last != '{' && last != '[' && last != ':') {
            out.raw(',');
        }
    }
}
