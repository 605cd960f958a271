package dev.linekeeper.template.value;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes JSON in UTF-8, in the order of the output. What came last tells whether a comma is due: nothing ends in a bracket
 * that opens or a colon. Not thread-safe: one expansion, one output.
 */
public final class JsonOutput {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final Utf8Buffer out;
    private final int deepest;
    private final Accountant accountant;
    private int depth;

    /**
     * An empty output.
     *
     * @param most how many bytes it may have in the end
     * @param expected how many it probably will have; room for them is made at once
     * @param deepest how deep it may be nested
     * @param accountant who charges for what is written
     */
    public JsonOutput(long most, int expected, int deepest, Accountant accountant) {
        this(new Utf8Buffer(most, expected), deepest, accountant);
    }

    private JsonOutput(Utf8Buffer out, int deepest, Accountant accountant) {
        this.out = out;
        this.deepest = deepest;
        this.accountant = accountant;
    }

    /** The value as JSON; undefined and what JSON cannot express become null. */
    public static byte[] json(JsonNode value, Accountant accountant) {
        Utf8Buffer buffer = new Utf8Buffer(accountant.maxText() * 3L, 64);
        JsonOutput output = new JsonOutput(buffer, Integer.MAX_VALUE, accountant);
        output.value(value);
        return output.result();
    }

    /** The name of a property as JSON, with the colon after it. */
    public static byte[] name(String name) {
        Utf8Buffer json = new Utf8Buffer(Long.MAX_VALUE, name.length() * 3 + 3);
        json.string(name);
        json.raw(':');
        return json.result();
    }

    /** Everything that has been written. */
    public byte[] result() {
        return out.result();
    }

    /** A value, or the name of a property whose value comes next, that has been written already. */
    public void written(byte[] json) {
        separate();
        out.raw(json);
    }

    /** The properties of an object follow. */
    public void beginObject() {
        separate();
        open('{');
    }

    /** The object is complete. */
    public void endObject() {
        close('}');
    }

    /** The items of a list follow. */
    public void beginArray() {
        separate();
        open('[');
    }

    /** The list is complete. */
    public void endArray() {
        close(']');
    }

    /** Any number of values follow where one is expected; gives a mark for their end. */
    public int beginMany() {
        separate();
        out.raw('[');
        return out.length() - 1;
    }

    /** So many values came since the mark: none become null, one stands for itself, more become an array. */
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

    /** A value. Undefined and what JSON cannot express become null. */
    public void value(JsonNode value) {
        separate();
        switch (value.getNodeType()) {
            case STRING -> out.string(value.stringValue());
            case NUMBER -> number(value);
            case BOOLEAN -> out.ascii(value.booleanValue() ? "true" : "false");
            case ARRAY -> {
                accountant.spend(value.size());
                open('[');
                value.forEach(this::value);
                close(']');
            }
            case OBJECT -> {
                accountant.spend(value.size() * 3L);
                open('{');
                for (Map.Entry<String, JsonNode> property : Values.properties(value)) {
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
            case POJO -> JsNumbers.asBig(value).ifPresentOrElse(big -> out.string(big.toString()), () -> out.raw(NULL));
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
                            : JsNumbers.toText(value));
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
