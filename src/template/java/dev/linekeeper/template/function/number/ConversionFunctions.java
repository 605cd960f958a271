package dev.linekeeper.template.function.number;

import static dev.linekeeper.template.function.ArgumentCheck.STRING;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BinaryNode;

/** From one kind of value to another. */
public final class ConversionFunctions {
    private static final String DATA_URI = "data:text/plain;charset=utf-8;base64,";

    private ConversionFunctions() {}

    /** Registers the functions. */
    public static void register(FunctionRegistry functions) {
        functions.put("float(any): number", (args, env) -> number(args[0], JsNumbers::parseDecimal, env));
        functions.put("int(any): number", (args, env) -> number(args[0], JsNumbers::parseInteger, env));
        functions.put("string(any, string?): string", ConversionFunctions::string);
        functions.put("formatNumber(number, number, string?): string", NumberFormats::format);
        functions.put("jsonStringify(any): string", (args, env) -> jsonStringify(args[0], env));
        functions.put("binary(any): any", STRING, (args, env) -> binary(args[0].stringValue()));
        functions.put("base64(any): string", (args, env) -> base64(args[0]));
        functions.put("base64ToString(any): string", STRING, (args, env) -> fromBase64(args[0].stringValue()));
        functions.put(
                "base64ToBinary(any): any",
                STRING,
                (args, env) -> binary(fromBase64(args[0].stringValue()).stringValue()));
        functions.put(
                "dataUri(any): string", STRING, (args, env) -> Text.node(DATA_URI + toBase64(args[0].stringValue())));
        functions.put("dataUriToBinary(any): any", STRING, (args, env) -> binary(args[0].stringValue()));
        functions.put("dataUriToString(any): string", STRING, (args, env) -> {
            String uri = args[0].stringValue();
            return fromBase64(uri.substring(uri.indexOf(',') + 1));
        });
    }

    private static JsonNode number(JsonNode value, ToDoubleFunction<String> parse, Environment env) {
        if (value.isString()) {
            double parsed = parse.applyAsDouble(value.stringValue());
            if (Double.isNaN(parsed)) {
                throw Failure.of("%s does not begin with a number.", value.stringValue());
            }
            return JsNumbers.of(parsed);
        }
        if (JsNumbers.isNumber(value)) {
            return JsNumbers.of(parse.applyAsDouble(Text.of(value, env.accountant())));
        }
        return JsNumbers.asBig(value)
                .map(big -> JsNumbers.of(big.doubleValue()))
                .orElse(Values.UNDEFINED);
    }

    private static JsonNode string(JsonNode[] args, Environment env) {
        JsonNode value = args[0];
        if (JsNumbers.isNumber(value)) {
            return Text.node(NumberFormats.grouped(value, args, env));
        }
        if (value.isBinary()) {
            env.accountant().makeText(value.binaryValue().length);
            return Text.node(decode(value.binaryValue()));
        }
        return Text.node(Text.plain(value, env.accountant()));
    }

    private static JsonNode jsonStringify(JsonNode value, Environment env) {
        return value.isMissingNode() ? value : Text.node(Text.json(value, env.accountant()));
    }

    private static JsonNode binary(String text) {
        return BinaryNode.valueOf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static JsonNode base64(JsonNode value) {
        if (value.isBinary()) {
            return Text.node(toBase64(decode(value.binaryValue())));
        }
        return value.isString() ? Text.node(toBase64(value.stringValue())) : Values.UNDEFINED;
    }

    private static String toBase64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * One character a byte, as the official engine does it: texts beyond ASCII do not survive the way there and back. What is
     * not base64 is passed over, and the first {@code =} ends the text.
     */
    private static JsonNode fromBase64(String text) {
        int end = text.indexOf('=');
        StringBuilder digits = new StringBuilder(text.length());
        for (char c : text.substring(0, end < 0 ? text.length() : end).toCharArray()) {
            switch (c) {
                case '+', '-' -> digits.append('-');
                case '/', '_' -> digits.append('_');
                default -> {
                    if (c < 0x80 && Character.isLetterOrDigit(c)) {
                        digits.append(c);
                    }
                }
            }
        }
        boolean halfByte = digits.length() % 4 == 1;
        String whole = digits.substring(0, digits.length() - (halfByte ? 1 : 0));
        return Text.node(new String(Base64.getUrlDecoder().decode(whole), StandardCharsets.ISO_8859_1));
    }
}
