package dev.linekeeper.template.function.query;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON in a text, read strictly. What is read is data: it is never taken for a template or an expression. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    public static JsonNode parse(JsonNode[] args, Environment env) {
        if (!args[0].isString()) {
            throw Failure.of("%s is not a string.".formatted(Text.of(args[0])));
        }
        return parse(args[0].stringValue(), env);
    }

    public static JsonNode parse(String json, Environment env) {
        env.budget().spendText(json.length());
        env.budget().spend(json.length() >> 2);
        try {
            JsonNode parsed = MAPPER.readTree(Text.trim(json));
            if (!parsed.isMissingNode()) {
                return parsed;
            }
        } catch (JacksonException e) {
            // Reported below, as an empty text is.
        }
        throw Failure.of("The text is not valid JSON.");
    }
}
