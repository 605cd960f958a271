package dev.linekeeper.template;

import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes JSON in UTF-8. What came last tells whether a comma is due: nothing ends in a bracket that opens or a colon. */
final class Utf8Sink implements Sink {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final long limit;
    private byte[] bytes;
    private int length;

    /** A sink that refuses to write more than so many bytes. */
    Utf8Sink(long limit) {
        this(limit, 8192);
    }

    /** A sink that expects to write about so many bytes. */
    Utf8Sink(long limit, int expected) {
        this.limit = limit;
        this.bytes = new byte[expected];
    }

    byte[] result() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void name(Name name) {
        separate();
        raw(name.json());
    }

    @Override
    public void fixed(Node.Fixed part) {
        separate();
        raw(part.json());
    }

    @Override
    public void beginObject() {
        separate();
        raw('{');
    }

    @Override
    public void endObject() {
        raw('}');
    }

    @Override
    public void beginArray() {
        separate();
        raw('[');
    }

    @Override
    public void endArray() {
        raw(']');
    }

    @Override
    public int beginMany() {
        separate();
        raw('[');
        return length - 1;
    }

    @Override
    public void endMany(int mark, int count) {
        if (count > 1) {
            raw(']');
        } else if (count == 1) {
            System.arraycopy(bytes, mark + 1, bytes, mark, length - mark - 1);
            length--;
        } else {
            length = mark;
            raw(NULL);
        }
    }

    @Override
    public void value(JsonNode value) {
        separate();
        switch (value.getNodeType()) {
            case STRING -> string(value.stringValue());
            case NUMBER -> number(value);
            case BOOLEAN -> ascii(value.booleanValue() ? "true" : "false");
            case ARRAY -> {
                raw('[');
                value.forEach(this::value);
                raw(']');
            }
            case OBJECT -> {
                raw('{');
                for (Map.Entry<String, JsonNode> property : value.properties()) {
                    if (!property.getValue().isMissingNode()) {
                        separate();
                        string(property.getKey());
                        raw(':');
                        value(property.getValue());
                    }
                }
                raw('}');
            }
            case BINARY -> binary(value.binaryValue());
            case POJO -> Numbers.asBig(value).ifPresentOrElse(big -> string(big.toString()), () -> raw(NULL));
            case NULL, MISSING -> raw(NULL);
        }
    }

    private void number(JsonNode value) {
        if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue(0))) {
            raw(NULL);
        } else {
            ascii(
                    value.isBigInteger() || value.isBigDecimal()
                            ? value.numberValue().toString()
                            : Numbers.toText(value));
        }
    }

    /** Bytes as JavaScript writes a typed array: an object of their places. */
    private void binary(byte[] binary) {
        raw('{');
        for (int index = 0; index < binary.length; index++) {
            separate();
            ascii("\"" + index + "\":" + (binary[index] & 0xff));
        }
        raw('}');
    }

    private void separate() {
        if (length > 0) {
            byte last = bytes[length - 1];
            if (last != '{' && last != '[' && last != ':') {
                raw(',');
            }
        }
    }

    void string(String text) {
        int size = text.length();
        ensure(size * 3L + 2);
        raw('"');
        for (int index = 0; index < size; index++) {
            char c = text.charAt(index);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                bytes[length++] = (byte) c;
            } else if (c < 0x80) {
                control(c);
                ensure((size - index) * 3L + 2);
            } else if (Character.isHighSurrogate(c)
                    && index + 1 < size
                    && Character.isLowSurrogate(text.charAt(index + 1))) {
                wide(Character.toCodePoint(c, text.charAt(++index)));
            } else if (Character.isSurrogate(c)) {
                escape(c);
                ensure((size - index) * 3L + 2);
            } else {
                wide(c);
            }
        }
        raw('"');
    }

    private void control(char c) {
        switch (c) {
            case '"' -> ascii("\\\"");
            case '\\' -> ascii("\\\\");
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            case '\t' -> ascii("\\t");
            case 0x7f -> raw(0x7f);
            default -> escape(c);
        }
    }

    private void escape(char c) {
        ascii("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            raw(HEX[c >> shift & 0xf]);
        }
    }

    private void wide(int codePoint) {
        if (codePoint < 0x800) {
            bytes[length++] = (byte) (0xc0 | (codePoint >> 6));
        } else if (codePoint < 0x10000) {
            bytes[length++] = (byte) (0xe0 | (codePoint >> 12));
            following(codePoint >> 6);
        } else {
            bytes[length++] = (byte) (0xf0 | (codePoint >> 18));
            following(codePoint >> 12);
            following(codePoint >> 6);
        }
        following(codePoint);
    }

    private void following(int bits) {
        bytes[length++] = (byte) (0x80 | (bits & 0x3f));
    }

    private void ascii(String text) {
        ensure(text.length());
        for (int index = 0; index < text.length(); index++) {
            bytes[length++] = (byte) text.charAt(index);
        }
    }

    void raw(int one) {
        ensure(1);
        bytes[length++] = (byte) one;
    }

    private void raw(byte[] many) {
        ensure(many.length);
        System.arraycopy(many, 0, bytes, length, many.length);
        length += many.length;
    }

    private void ensure(long more) {
        if (length > limit) {
            throw Failure.limit("the output would be longer than %d bytes".formatted(limit));
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(
                    bytes, Math.toIntExact(Math.max(length + more, Math.min(bytes.length * 2L, 1L << 30))));
        }
    }
}
