package dev.linekeeper.adapter.teams.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Entity;
import dev.linekeeper.adapter.teams.connector.ActivityJson;
import dev.linekeeper.chat.ChatInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the chat input of an activity; buttons count alike as Action.Submit and as Action.Execute. */
final class ActivityReader {
    private static final Set<String> ENVELOPE = Set.of("verb", "msteams");

    private ActivityReader() {}

    /** The input of a message: a button press when it has a verb, else its text. */
    static ChatInput of(Activity message) {
        JsonNode value = ActivityJson.tree(message.getValue());
        String verb = value.path("verb").asText("");
        return verb.isBlank() ? new ChatInput.TypedText(text(message)) : new ChatInput.ButtonPress(verb, inputs(value));
    }

    /** The input of a card's Action.Execute; empty when it has no verb. */
    static Optional<ChatInput> ofCardAction(Activity invoke) {
        JsonNode action = ActivityJson.tree(invoke.getValue()).path("action");
        JsonNode data = action.path("data");
        String verb = action.path("verb").asText(data.path("verb").asText(""));
        return verb.isBlank() ? Optional.empty() : Optional.of(new ChatInput.ButtonPress(verb, inputs(data)));
    }

    private static Map<String, String> inputs(JsonNode data) {
        var inputs = new HashMap<String, String>();
        data.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (!ENVELOPE.contains(field.getKey()) && !value.isNull()) {
                inputs.put(field.getKey(), value.isContainerNode() ? value.toString() : value.asText());
            }
        });
        return inputs;
    }

    /** The text without mentions of the bot; mentions of people stay as their names. */
    private static String text(Activity message) {
        String text = message.getText() == null ? "" : message.getText();
        List<Entity> entities = message.getEntities() == null ? List.of() : message.getEntities();
        for (Entity entity : entities) {
            if ("mention".equals(entity.getType())) {
                String mention = property(entity, "text").asText("");
                String name = isBot(entity, message)
                        ? " "
                        : property(entity, "mentioned").path("name").asText("");
                text = mention.isEmpty() ? text : text.replace(mention, name);
            }
        }
        return text.replace("&nbsp;", " ").replace('\u00a0', ' ').strip();
    }

    private static boolean isBot(Entity mention, Activity message) {
        String mentioned = property(mention, "mentioned").path("id").asText("");
        return message.getRecipient() != null
                && mentioned.equals(message.getRecipient().getId());
    }

    private static JsonNode property(Entity entity, String name) {
        JsonNode value =
                entity.getProperties() == null ? null : entity.getProperties().get(name);
        return value == null ? ActivityJson.tree(null) : value;
    }
}
