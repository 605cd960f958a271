package dev.linekeeper.adapter.teams.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.teams.connector.ActivityJson;
import dev.linekeeper.adapter.teams.files.FileAttachments;
import dev.linekeeper.chat.ChatInput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the chat input of an activity; buttons count alike as Action.Submit and as Action.Execute. */
final class ActivityReader {
    private static final Set<String> ENVELOPE = Set.of("verb", "msteams");

    private ActivityReader() {}

    /** The input of a message: a button press when it has a verb, else its {@link MessageText} and files. */
    static ChatInput of(Activity message, Function<JsonNode, Optional<String>> people) {
        JsonNode value = ActivityJson.object(message.getValue());
        String verb = value.path("verb").asText("");
        return verb.isBlank()
                ? new ChatInput.TypedText(MessageText.of(message, people), FileAttachments.of(message))
                : new ChatInput.ButtonPress(verb, inputs(value));
    }

    /** The input of a card's Action.Execute; empty when it has no verb. */
    static Optional<ChatInput> ofCardAction(Activity invoke) {
        JsonNode action =
                ActivityJson.object(ActivityJson.object(invoke.getValue()).path("action"));
        JsonNode data = ActivityJson.object(action.path("data"));
        String verb = action.path("verb").asText(data.path("verb").asText(""));
        return verb.isBlank() ? Optional.empty() : Optional.of(new ChatInput.ButtonPress(verb, inputs(data)));
    }

    /** Whether the client asks by itself, for somebody who looks at the card. */
    static boolean isRefresh(Activity invoke) {
        JsonNode value = ActivityJson.object(invoke.getValue());
        return value.path("trigger").asText("").equals("automatic");
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
}
