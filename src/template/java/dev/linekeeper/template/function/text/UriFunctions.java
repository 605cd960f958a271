package dev.linekeeper.template.function.text;

import static dev.linekeeper.template.function.ArgumentCheck.STRING;

import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Addresses: their parts, and percent encoding. */
public final class UriFunctions {
    private static final String UNRESERVED = "-_.!~*'()";

    private UriFunctions() {}

    /** Registers the functions. */
    public static void register(FunctionRegistry functions) {
        putPart(functions, "uriHost(any): string", address -> Text.node(address.host()));
        putPart(functions, "uriPath(any): string", address -> Text.node(address.path()));
        putPart(functions, "uriQuery(any): string", address -> Text.node(address.query()));
        putPart(functions, "uriPathAndQuery(any): string", address -> Text.node(address.path() + address.query()));
        putPart(functions, "uriScheme(any): string", address -> Text.node(address.scheme()));
        putPart(functions, "uriPort(any): number", address -> JsNumbers.of(JsNumbers.parseInteger(address.port())));
        functions.put("uriComponent(any): string", STRING, (args, env) -> {
            env.budget().spendText(args[0].stringValue().length() * 3L);
            return Text.node(encode(args[0].stringValue(), UNRESERVED));
        });
        functions.put(
                "uriComponentToString(any): string", STRING, (args, env) -> Text.node(decode(args[0].stringValue())));
    }

    private static void putPart(FunctionRegistry functions, String declaration, Function<WebAddress, JsonNode> part) {
        functions.put(declaration, (args, env) -> {
            if (!args[0].isString()) {
                throw Failure.of("%s is not an address.".formatted(Text.of(args[0])));
            }
            return part.apply(WebAddress.parse(args[0].stringValue()));
        });
    }

    /** Percent-encodes everything but ASCII letters, digits and the characters given. */
    static String encode(String text, String kept) {
        ByteBuffer bytes;
        try {
            bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw Failure.of("The text has half a character in it.");
        }
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        while (bytes.hasRemaining()) {
            byte one = bytes.get();
            if (one > 0 && (Character.isLetterOrDigit(one) || kept.indexOf(one) >= 0)) {
                encoded.append((char) one);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
        return encoded.toString();
    }

    private static String decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
        try {
            for (int at = 0; at < text.length(); at++) {
                if (text.charAt(at) == '%') {
                    bytes.put((byte) HexFormat.fromHexDigits(text, at + 1, at + 3));
                    at += 2;
                } else {
                    int end = at + (Character.isHighSurrogate(text.charAt(at)) && at + 1 < text.length() ? 2 : 1);
                    bytes.put(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text, at, end)));
                    at = end - 1;
                }
            }
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Failure.of("The text is not percent-encoded UTF-8.");
        }
    }
}
