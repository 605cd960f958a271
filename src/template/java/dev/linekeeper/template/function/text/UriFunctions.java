package dev.linekeeper.template.function.text;

import static dev.linekeeper.template.function.ArgumentCheck.STRING;

import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import java.nio.BufferUnderflowException;
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
            env.accountant().checkText(args[0].stringValue().length());
            return Text.node(encode(args[0].stringValue(), UNRESERVED));
        });
        functions.put(
                "uriComponentToString(any): string", STRING, (args, env) -> Text.node(decode(args[0].stringValue())));
    }

    private static void putPart(FunctionRegistry functions, String declaration, Function<WebAddress, JsonNode> part) {
        functions.put(declaration, (args, env) -> {
            if (!args[0].isString()) {
                throw Failure.of("%s is not an address.", args[0]);
            }
            env.accountant().spend(args[0].stringValue().length());
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
        try {
            ByteBuffer whole = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            ByteBuffer bytes = ByteBuffer.allocate(whole.remaining());
            while (whole.hasRemaining()) {
                byte one = whole.get();
                if (one == '%') {
                    one = (byte) (HexFormat.fromHexDigit(whole.get()) << 4 | HexFormat.fromHexDigit(whole.get()));
                }
                bytes.put(one);
            }
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException | IllegalArgumentException | BufferUnderflowException e) {
            throw Failure.of("The text is not percent-encoded UTF-8.");
        }
    }
}
