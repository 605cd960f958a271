package dev.linekeeper.simulator.playground.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads what a Teams client needs of a card besides showing it: refresh and preview. */
public final class CardReader {
    public static final String ADAPTIVE = "application/vnd.microsoft.card.adaptive";
    private static final Duration FRESH = Duration.ofMinutes(1);

    private CardReader() {}

    public static boolean isCard(JsonNode attachment) {
        return ADAPTIVE.equals(attachment.path("contentType").asString(""));
    }

    /** The card for a viewer: the viewer's own after a refresh, or the one that was posted. */
    public static JsonNode shown(Message message, Message.CardViewer cardViewer) {
        var attachment = cardViewer.card() < message.content().attachments().size()
                ? message.content().attachments().get(cardViewer.card())
                : MissingNode.getInstance();
        return Optional.ofNullable(message.views().get(cardViewer))
                .flatMap(Message.RefreshedCard::card)
                .orElse(attachment.path("content"));
    }

    /** The refresh action of the card for this viewer; empty when it has none or ran it within the last minute. */
    public static Optional<JsonNode> refresh(
            Message message, Message.CardViewer cardViewer, Persona viewer, Instant now) {
        var refresh = shown(message, cardViewer).path("refresh");
        var last = Optional.ofNullable(message.views().get(cardViewer)).map(Message.RefreshedCard::at);
        boolean due = last.isEmpty() || last.get().plus(FRESH).isBefore(now);
        return due && message.fromBot() && refresh.path("action").isObject() && isFor(viewer, refresh.path("userIds"))
                ? Optional.of(refresh.path("action"))
                : Optional.empty();
    }

    /** A line of text for lists and events. */
    public static String preview(Message message) {
        var content = message.content();
        if (!content.summary().isBlank()) {
            return content.summary();
        }
        if (!content.text().isBlank()) {
            return content.text();
        }
        return content.attachments().stream()
                .filter(CardReader::isCard)
                .map(attachment -> title(attachment.path("content")))
                .findFirst()
                .orElse(
                        content.files().isEmpty()
                                ? ""
                                : content.files().getFirst().name());
    }

    private static boolean isFor(Persona viewer, JsonNode userIds) {
        return userIds.isEmpty()
                || StreamSupport.stream(userIds.spliterator(), false)
                        .anyMatch(id -> viewer.account().equals(id.asString(""))
                                || viewer.oid().equals(id.asString("")));
    }

    /** The first text of the card. */
    private static String title(JsonNode card) {
        var block = card.findValues("text").stream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank())
                .findFirst();
        return block.orElseGet(() -> card.path("fallbackText").asString("Card"));
    }
}
