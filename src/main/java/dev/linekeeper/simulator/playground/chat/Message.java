package dev.linekeeper.simulator.playground.chat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A message of a conversation. Immutable.
 *
 * @param id the activity id; ids grow with time
 * @param author empty for the bot
 * @param version grows with every change, so that a late update cannot undo a newer one
 * @param views refreshed cards by viewer, in place of the posted ones
 */
public record Message(
        String id,
        PlaygroundConversation.RoomThread thread,
        Optional<Persona> author,
        Instant at,
        MessageContent content,
        MessageState state,
        boolean edited,
        int version,
        Map<CardViewer, RefreshedCard> views) {

    public enum MessageState {
        SENT,
        FAILED,
        REMOVED
    }

    /**
     * The content of a message.
     *
     * @param format {@code plain}, {@code markdown} or {@code xhtml}
     * @param summary for notifications; may be empty
     * @param attachments in the form of the Bot Framework
     */
    public record MessageContent(
            String text,
            String format,
            String summary,
            List<JsonNode> attachments,
            List<JsonNode> suggestions,
            List<StoredFile> files) {}

    /** A viewer of one card of the message, by object id and index. */
    public record CardViewer(String viewer, int card) {}

    /** The card of a press or refresh for one viewer, and when it came. */
    public record RefreshedCard(Optional<JsonNode> card, Instant at) {}

    /** A message as it is posted. */
    public static Message posted(
            String id,
            PlaygroundConversation.RoomThread thread,
            Optional<Persona> author,
            Instant at,
            MessageContent content) {
        return new Message(id, thread, author, at, content, MessageState.SENT, false, 0, Map.of());
    }

    public boolean fromBot() {
        return author.isEmpty();
    }

    /** The message with new content from the bot, for every viewer. */
    public Message replaced(MessageContent by) {
        return new Message(id, thread, author, at, by, MessageState.SENT, true, version + 1, Map.of());
    }

    public Message in(MessageState now) {
        return new Message(id, thread, author, at, content, now, edited, version + 1, views);
    }

    public Message seen(CardViewer viewer, RefreshedCard view) {
        var all = new HashMap<>(views);
        all.put(viewer, view);
        return new Message(id, thread, author, at, content, state, edited, version + 1, Map.copyOf(all));
    }
}
