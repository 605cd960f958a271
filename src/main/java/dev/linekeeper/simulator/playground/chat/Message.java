package dev.linekeeper.simulator.playground.chat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One message of a room.
 *
 * @param id the activity id; ids grow with time
 * @param author nobody when it is the bot
 * @param version grows with every change, so that a late update cannot undo a newer one
 * @param views what single viewers see in place of a card of this message
 */
public record Message(
        String id,
        Room.RoomThread spot,
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
     * What a message says.
     *
     * @param format {@code plain}, {@code markdown} or {@code xhtml}
     * @param summary what notifications say; empty when the author gave none
     * @param attachments as Bot Framework describes them
     */
    public record MessageContent(
            String text,
            String format,
            String summary,
            List<JsonNode> attachments,
            List<JsonNode> suggestions,
            List<StoredFile> files) {}

    /** A viewer before one card of the message. */
    public record CardViewer(String viewer, int card) {}

    /** The card an answer to a press or to a refresh put there for one viewer. */
    public record RefreshedCard(Optional<JsonNode> card, Instant at) {}

    public boolean fromBot() {
        return author.isEmpty();
    }

    /** The bot replaced it: everybody sees the new one. */
    public Message replaced(MessageContent by) {
        return new Message(id, spot, author, at, by, MessageState.SENT, true, version + 1, Map.of());
    }

    public Message in(MessageState now) {
        return new Message(id, spot, author, at, content, now, edited, version + 1, views);
    }

    public Message seen(CardViewer seat, RefreshedCard view) {
        var all = new HashMap<>(views);
        all.put(seat, view);
        return new Message(id, spot, author, at, content, state, edited, version + 1, Map.copyOf(all));
    }
}
