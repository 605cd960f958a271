package dev.linekeeper.adapter.store;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Explanations as JSON. Numbers and policy names keep their type, because cards may mask a number and quote a policy
 * name.
 */
final class ExplanationJson {
    private static final String KEY = "key";
    private static final String ARGUMENTS = "arguments";
    private static final String PHONE = "phone";
    private static final String POLICY = "policy";
    private static final String TIME = "time";

    private ExplanationJson() {}

    static final class ExplanationWriter extends StdSerializer<Explanation> {
        ExplanationWriter() {
            super(Explanation.class);
        }

        @Override
        public void serialize(Explanation explanation, JsonGenerator json, SerializationContext context) {
            explanation(explanation, json);
        }

        private static void explanation(Explanation explanation, JsonGenerator json) {
            json.writeStartObject();
            json.writeStringProperty(KEY, explanation.key());
            json.writeName(ARGUMENTS);
            list(explanation.arguments(), json);
            json.writeEndObject();
        }

        private static void list(List<?> values, JsonGenerator json) {
            json.writeStartArray();
            values.forEach(value -> value(value, json));
            json.writeEndArray();
        }

        private static void value(Object value, JsonGenerator json) {
            switch (value) {
                case PhoneNumber number -> tagged(PHONE, number, json);
                case PolicyName policy -> tagged(POLICY, policy, json);
                case Instant time -> tagged(TIME, time, json);
                case Explanation nested -> explanation(nested, json);
                case Boolean yes -> json.writeBoolean(yes);
                case Integer number -> json.writeNumber(number);
                case Long number -> json.writeNumber(number);
                case Double number -> json.writeNumber(number);
                case List<?> several -> list(several, json);
                default -> json.writeString(value.toString());
            }
        }

        private static void tagged(String tag, Object value, JsonGenerator json) {
            json.writeStartObject();
            json.writeStringProperty(tag, value.toString());
            json.writeEndObject();
        }
    }

    static final class ExplanationReader extends StdDeserializer<Explanation> {
        ExplanationReader() {
            super(Explanation.class);
        }

        @Override
        public Explanation deserialize(JsonParser json, DeserializationContext context) {
            return explanation(context.readTree(json));
        }

        private static Explanation explanation(JsonNode node) {
            return new Explanation(node.path(KEY).asString(), list(node.path(ARGUMENTS)));
        }

        private static List<Object> list(JsonNode nodes) {
            var values = new ArrayList<Object>();
            nodes.forEach(node -> values.add(value(node)));
            return values;
        }

        private static Object value(JsonNode node) {
            if (node.has(PHONE)) {
                return PhoneNumber.of(node.path(PHONE).asString());
            }
            if (node.has(POLICY)) {
                return new PolicyName(node.path(POLICY).asString());
            }
            if (node.has(TIME)) {
                return Instant.parse(node.path(TIME).asString());
            }
            if (node.has(KEY)) {
                return explanation(node);
            }
            if (node.isArray()) {
                return list(node);
            }
            if (node.isBoolean()) {
                return node.booleanValue();
            }
            if (node.isInt()) {
                return node.intValue();
            }
            if (node.isIntegralNumber()) {
                return node.longValue();
            }
            return node.isNumber() ? node.doubleValue() : node.asString();
        }
    }
}
