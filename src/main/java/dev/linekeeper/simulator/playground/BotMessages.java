package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.Message;
import dev.linekeeper.simulator.playground.chat.Room;
import dev.linekeeper.simulator.playground.chat.Transcript;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the bot sends: posted, replaced and removed where people see it. */
final class BotMessages {
    private final Transcript transcript;
    private final PageNotices notices;
    private final Clock clock;

    BotMessages(Transcript transcript, PageNotices notices, Clock clock) {
        this.transcript = transcript;
        this.notices = notices;
        this.clock = clock;
    }

    /** Returns the id the activity is known by from now on. */
    String post(Room.RoomThread spot, JsonNode activity) {
        var id = transcript.nextId();
        switch (activity.path("type").asString("")) {
            case "typing" -> notices.typing(spot);
            case "message" -> {
                var message = new Message(
                        id,
                        spot,
                        Optional.empty(),
                        Instant.now(clock),
                        content(activity),
                        Message.MessageState.SENT,
                        false,
                        0,
                        Map.of());
                transcript.add(message);
                notices.message(message);
                notices.elsewhere(message);
            }
            default -> {
                // Traces, end of conversation and the like: Teams takes them and shows nothing.
            }
        }
        return id;
    }

    /** Nothing when there is no such message of the bot. */
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
