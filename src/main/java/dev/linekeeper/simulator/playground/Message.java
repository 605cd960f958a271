package dev.linekeeper.simulator.playground;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A message of a conversation. Immutable.
 *
 * @param id the activity id; ids grow with time
 * @param author empty for the bot
 * @param content {@code text}, {@code attachments} and the like, as the members of an activity
 * @param version grows with every change, so that a late update cannot undo a newer one
 * @param views refreshed cards by viewer, in place of the posted ones
 */
record Message(
        String id,
        @JsonIgnore PlaygroundConversation where,
        Optional<Persona> author,
        Instant at,
        JsonNode content,
        MessageState state,
        boolean edited,
        int version,
        @JsonIgnore Map<CardViewer, RefreshedCard> views) {
    /** The content type of cards. */
    static final String CARD = "application/vnd.microsoft.card.adaptive";

    private static final Duration FRESH = Duration.ofMinutes(1);

    enum MessageState {
        SENT,
        FAILED,
        /** The content is gone. */
        REMOVED
    }

    /** A viewer of one card of the message, by index of the attachment. */
    record CardViewer(Persona viewer, int card) {}

    /** The card of a press or refresh for one viewer, and when it came. */
    record RefreshedCard(Optional<JsonNode> card, Instant at) {}

    /** A message as it is posted. */
    static Message posted(
            String id, PlaygroundConversation where, Optional<Persona> author, Instant at, JsonNode content) {
        return new Message(id, where, author, at, content, MessageState.SENT, false, 0, Map.of());
    }

    /** The message with new content from the bot, for every viewer. */
    Message replaced(JsonNode by) {
        return new Message(id, where, author, at, by, MessageState.SENT, true, version + 1, Map.of());
    }

    Message in(MessageState now) {
        var left = now == MessageState.REMOVED ? JsonNodeFactory.instance.objectNode() : content;
        return new Message(id, where, author, at, left, now, edited, version + 1, views);
    }

    Message seen(CardViewer viewer, RefreshedCard view) {
        var all = new HashMap<>(views);
        all.put(viewer, view);
        return new Message(id, where, author, at, content, state, edited, version + 1, Map.copyOf(all));
    }

    /** The attachment at that index; missing when there is none. */
    JsonNode attachment(int index) {
        return content.path("attachments").path(index);
    }

    /** The viewer's own card after a press or refresh. */
    Optional<JsonNode> own(CardViewer viewer) {
        return Optional.ofNullable(views.get(viewer)).flatMap(RefreshedCard::card);
    }

    /** The card for a viewer: the viewer's own, or the one that was posted. */
    JsonNode shown(CardViewer viewer) {
        return own(viewer).orElseGet(() -> attachment(viewer.card()).path("content"));
    }

    /** The refresh action of the card for this viewer; empty when it has none or ran it within the last minute. */
    Optional<JsonNode> refresh(CardViewer viewer, Instant now) {
        var last = Optional.ofNullable(views.get(viewer)).map(RefreshedCard::at);
        if (author.isPresent() || (last.isPresent() && !last.get().plus(FRESH).isBefore(now))) {
            return Optional.empty();
        }
        var refresh = shown(viewer).path("refresh");
        var users = refresh.path("userIds");
        var me = viewer.viewer();
        return Optional.of(refresh.path("action"))
                .filter(JsonNode::isObject)
                .filter(_ -> users.isEmpty()
                        || users.valueStream()
                                .map(id -> id.asString(""))
                                .anyMatch(id -> id.equals(me.account()) || id.equals(me.oid())));
    }
}
