package dev.linekeeper.adapter.teams.cards;

import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Converts an answer to the data of its card template. Texts are in the reader's language with Markdown quoted; buttons
 * keep raw values. Thread-safe.
 */
final class CardData {
    private final JsonMapper mapper;

    CardData() {
        var module = new SimpleModule("cards");
        List.of(
                        String.class,
                        Explanation.class,
                        PhoneNumber.class,
                        PolicyName.class,
                        RequestId.class,
                        UserId.class,
                        Instant.class)
                .forEach(type -> module.addSerializer(type, new TextSerializer()));
        module.addSerializer(ChatInput.ButtonPress.class, new ButtonSerializer());
        mapper = JsonMapper.builder().addModule(module).build();
    }

    JsonNode of(Object answer, Wording wording) {
        return mapper.writer().withAttribute(Wording.class, wording).valueToTree(answer);
    }

    /** Writes texts in the wording of the reader. */
    private static final class TextSerializer extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            var wording = (Wording) context.getAttribute(Wording.class);
            json.writeString(wording.text(value));
        }
    }

    /** Writes the verb in the data too, as clients without Action.Execute send only that. */
    private static final class ButtonSerializer extends ValueSerializer<ChatInput.ButtonPress> {
        @Override
        public void serialize(ChatInput.ButtonPress press, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("verb", press.verb());
            json.writeObjectPropertyStart("data");
            json.writeStringProperty("verb", press.verb());
            press.inputs().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(input -> json.writeStringProperty(input.getKey(), input.getValue()));
            json.writeEndObject();
            json.writeEndObject();
        }
    }
}
