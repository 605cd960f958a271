package dev.linekeeper.simulator.playground.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a Teams client reads out of a card besides showing it. */
public final class CardReader {
    public static final String ADAPTIVE = "application/vnd.microsoft.card.adaptive";
    private static final Duration FRESH = Duration.ofMinutes(1);

    private CardReader() {}

    public static boolean isCard(JsonNode attachment) {
        return ADAPTIVE.equals(attachment.path("contentType").asString(""));
    }

    /** The card somebody sees: their own view of it, or the one everybody got. */
    public static JsonNode shown(Message message, Message.CardViewer seat) {
        var attachment = seat.card() < message.content().attachments().size()
                ? message.content().attachments().get(seat.card())
                : MissingNode.getInstance();
        return Optional.ofNullable(message.views().get(seat))
                .flatMap(Message.RefreshedCard::card)
                .orElse(attachment.path("content"));
    }

    /** The action to run before the card is looked at, when the card asks for that and has not been asked for a minute. */
    public static Optional<JsonNode> refresh(Message message, Message.CardViewer seat, Persona viewer, Instant now) {
        var refresh = shown(message, seat).path("refresh");
        var last = Optional.ofNullable(message.views().get(seat)).map(Message.RefreshedCard::at);
        boolean due = last.isEmpty() || last.get().plus(FRESH).isBefore(now);
        return due && message.fromBot() && refresh.path("action").isObject() && isFor(viewer, refresh.path("userIds"))
                ? Optional.of(refresh.path("action"))
                : Optional.empty();
    }

    /** A line of text for lists and notices. */
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
