package dev.linekeeper.template.function.query;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON in a text, read strictly. What is read is data: it is never taken for a template or an expression. */
public final class JsonText {
    /** What the nodes of the densest JSON take: {@code [{},{}]}. */
    private static final long BYTES_A_CHARACTER = 32;

    /** Names are not kept for the next text: that would be memory which strangers fill and nobody empties. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    public static JsonNode parse(JsonNode[] args, Environment env) {
        if (!args[0].isString()) {
            throw Failure.of("%s is not a string.", args[0]);
        }
        return parse(args[0].stringValue(), env);
    }

    public static JsonNode parse(String json, Environment env) {
        env.accountant().checkText(json.length());
        env.accountant().spend(json.length() >> 2);
        env.accountant().hold(json.length() * BYTES_A_CHARACTER);
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
