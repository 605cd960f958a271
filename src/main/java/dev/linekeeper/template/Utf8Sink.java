package dev.linekeeper.template;

import dev.linekeeper.template.expression.Limits;
import dev.linekeeper.template.value.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes JSON in UTF-8. What came last tells whether a comma is due: nothing ends in a bracket that opens or a colon. */
final class Utf8Sink implements Sink {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final Utf8Buffer out;
    private final Depth depth;

    /** A sink that refuses to write more than the limits allow. */
    Utf8Sink(Limits limits) {
        out = new Utf8Buffer(limits.maxOutput(), 8192);
        depth = new Depth(limits.maxNesting());
    }

    /** A sink without limits that will probably write so many bytes. */
    Utf8Sink(int expected) {
        out = new Utf8Buffer(Long.MAX_VALUE, expected);
        depth = new Depth(Integer.MAX_VALUE);
    }

    byte[] result() {
        return out.result();
    }

    @Override
    public void name(Name name) {
        separate();
        out.raw(name.json());
    }

    @Override
    public void fixed(Node.Fixed part) {
        separate();
        out.raw(part.json());
    }

    @Override
    public void beginObject() {
        separate();
        open('{');
    }

    @Override
    public void endObject() {
        close('}');
    }

    @Override
    public void beginArray() {
        separate();
        open('[');
    }

    @Override
    public void endArray() {
        close(']');
    }

    @Override
    public int beginMany() {
        separate();
        out.raw('[');
        return out.length() - 1;
    }

    @Override
    public void endMany(int mark, int count) {
        if (count > 1) {
            out.raw(']');
        } else if (count == 1) {
            out.remove(mark);
        } else {
            out.cut(mark);
            out.raw(NULL);
        }
    }

    @Override
    public void value(JsonNode value) {
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
        depth.enter();
        out.raw(bracket);
    }

    private void close(char bracket) {
        depth.leave();
        out.raw(bracket);
    }

    private void separate() {
        int last = out.last();
        if (last >= 0 && last != '{' && last != '[' && last != ':') {
            out.raw(',');
        }
    }
}
