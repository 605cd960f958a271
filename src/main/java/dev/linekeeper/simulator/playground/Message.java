package dev.linekeeper.simulator.playground;

import java.time.Duration;
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
record Message(
        String id,
        PlaygroundConversation where,
        Optional<Persona> author,
        Instant at,
        MessageContent content,
        MessageState state,
        boolean edited,
        int version,
        Map<CardViewer, RefreshedCard> views) {
    /** The content type of cards. */
    static final String CARD = "application/vnd.microsoft.card.adaptive";

    private static final Duration FRESH = Duration.ofMinutes(1);

    enum MessageState {
        SENT,
        FAILED,
        /** The content is gone. */
        REMOVED
    }

    /**
     * The content of a message.
     *
     * @param format {@code plain}, {@code markdown} or {@code xhtml}
     * @param summary for notifications; may be empty
     * @param attachments in the form of the Bot Framework
     */
    record MessageContent(
            String text,
            String format,
            String summary,
            List<JsonNode> attachments,
            List<JsonNode> suggestions,
            List<StoredFile> files) {
        static MessageContent plain(String text, List<StoredFile> files) {
            return new MessageContent(text, "plain", "", List.of(), List.of(), files);
        }
    }

    /** A viewer of one card of the message, by index. */
    record CardViewer(Persona viewer, int card) {}

    /** The card of a press or refresh for one viewer, and when it came. */
    record RefreshedCard(Optional<JsonNode> card, Instant at) {}

    /** A message as it is posted. */
    static Message posted(
            String id, PlaygroundConversation where, Optional<Persona> author, Instant at, MessageContent content) {
        return new Message(id, where, author, at, content, MessageState.SENT, false, 0, Map.of());
    }

    /** The message with new content from the bot, for every viewer. */
    Message replaced(MessageContent by) {
        return new Message(id, where, author, at, by, MessageState.SENT, true, version + 1, Map.of());
    }

    Message in(MessageState now) {
        var left = now == MessageState.REMOVED ? MessageContent.plain("", List.of()) : content;
        return new Message(id, where, author, at, left, now, edited, version + 1, views);
    }

    Message seen(CardViewer viewer, RefreshedCard view) {
        var all = new HashMap<>(views);
        all.put(viewer, view);
        return new Message(id, where, author, at, content, state, edited, version + 1, Map.copyOf(all));
    }

    /** The viewer's own card after a press or refresh. */
    Optional<JsonNode> own(CardViewer viewer) {
        return Optional.ofNullable(views.get(viewer)).flatMap(RefreshedCard::card);
    }

    /** The card for a viewer: the viewer's own, or the one that was posted. */
    JsonNode shown(CardViewer viewer) {
        return own(viewer)
                .orElseGet(() -> content.attachments().get(viewer.card()).path("content"));
    }

    /** The refresh action of the card for this viewer; empty when it has none or ran it within the last minute. */
    Optional<JsonNode> refresh(CardViewer viewer, Instant now) {
        var last = Optional.ofNullable(views.get(viewer)).map(RefreshedCard::at);
        if (author.isPresent()
                || viewer.card() >= content.attachments().size()
                || (last.isPresent() && !last.get().plus(FRESH).isBefore(now))) {
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

    /** A line of text for lists and events. */
    String preview() {
        if (!content.summary().isBlank() || !content.text().isBlank()) {
            return content.summary().isBlank() ? content.text() : content.summary();
        }
        return content.attachments().stream()
                .filter(attachment -> CARD.equals(attachment.path("contentType").asString("")))
                .map(attachment -> title(attachment.path("content")))
                .findFirst()
                .orElseGet(() -> content.files().stream()
                        .map(StoredFile::name)
                        .findFirst()
                        .orElse(""));
    }

    /** The first text of the card. */
    private static String title(JsonNode card) {
        return card.findValues("text").stream()
                .map(text -> text.isString() ? text.asString() : "")
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(() -> card.path("fallbackText").asString("Card"));
    }
}
