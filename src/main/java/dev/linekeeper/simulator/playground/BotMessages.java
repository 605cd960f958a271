package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.Message;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversation;
import dev.linekeeper.simulator.playground.chat.Transcript;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Posts, replaces and removes messages of the bot. */
record BotMessages(Transcript transcript, PageNotices notices, Clock clock) {

    /** Posts an activity and returns its id. */
    String post(PlaygroundConversation.RoomThread thread, JsonNode activity) {
        var id = transcript.nextId();
        switch (activity.path("type").asString("")) {
            case "typing" -> notices.typing(thread);
            case "message" -> {
                var message = Message.posted(id, thread, Optional.empty(), Instant.now(clock), content(activity));
                transcript.add(message);
                notices.message(message);
                notices.elsewhere(message);
            }
            default -> {
                // Teams accepts traces, end of conversation and the like without showing them.
            }
        }
        return id;
    }

    /** The replaced message; empty when the bot has no such message. */
    Optional<Message> replace(String id, JsonNode activity) {
        var after = transcript
                .find(id)
                .filter(Message::fromBot)
                .filter(message -> message.state() != Message.MessageState.REMOVED)
                .flatMap(_ -> transcript.change(id, message -> message.replaced(content(activity))));
        after.ifPresent(notices::message);
        return after;
    }

    Optional<Message> remove(String id) {
        var after = transcript
                .find(id)
                .filter(Message::fromBot)
                .flatMap(_ -> transcript.change(id, message -> message.in(Message.MessageState.REMOVED)));
        after.ifPresent(notices::message);
        return after;
    }

    private static Message.MessageContent content(JsonNode activity) {
        return new Message.MessageContent(
                activity.path("text").asString(""),
                activity.path("textFormat").asString("markdown"),
                activity.path("summary").asString(""),
                list(activity.path("attachments")),
                list(activity.path("suggestedActions").path("actions")),
                List.of());
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.isArray() ? List.copyOf(array.values()) : List.of();
    }
}
