package dev.linekeeper.template.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of UTF-8 that grow as they are written, up to a limit. */
final class Utf8Buffer {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final long limit;
    private byte[] bytes;
    private int length;

    /**
     * An empty buffer.
     *
     * @param limit how many bytes it may have in the end
     * @param expected how many it probably will have
     */
    Utf8Buffer(long limit, int expected) {
        this.limit = limit;
        this.bytes = new byte[expected];
    }

    byte[] result() {
        check(0);
        return Arrays.copyOf(bytes, length);
    }

    int length() {
        return length;
    }

    /** The last byte; -1 when there is none. */
    int last() {
        return length == 0 ? -1 : bytes[length - 1];
    }

    /** Takes one byte out. */
    void remove(int place) {
        System.arraycopy(bytes, place + 1, bytes, place, length - place - 1);
        length--;
    }

    /** Forgets everything from a place on. */
    void cut(int place) {
        length = place;
    }

    /** A text as a JSON string. Half a character is escaped, because UTF-8 has no place for it. */
    void string(String text) {
        int size = text.length();
        check(size);
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
            case '\b' -> ascii("\\b");
            case '\f' -> ascii("\\f");
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

    void ascii(String text) {
        ensure(text.length());
        for (int index = 0; index < text.length(); index++) {
            bytes[length++] = (byte) text.charAt(index);
        }
    }

    void raw(int one) {
        ensure(1);
        bytes[length++] = (byte) one;
    }

    void raw(byte[] many) {
        ensure(many.length);
        System.arraycopy(many, 0, bytes, length, many.length);
        length += many.length;
    }

    private void ensure(long more) {
        check(0);
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(
                    bytes, Math.toIntExact(Math.max(length + more, Math.min(bytes.length * 2L, 1L << 30))));
        }
    }

    /** Refuses what is longer than it may be, and what surely will be. */
    private void check(int more) {
        if (length + (long) more > limit) {
            throw Failure.limit("the output would be longer than %d bytes".formatted(limit));
        }
    }
}
