package dev.linekeeper.simulator.playground;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.linekeeper.simulator.playground.Message.CardViewer;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** What the open pages show, each to one persona, and the events that tell them of changes. Thread-safe. */
final class PageNotices {
    /**
     * A persona to the page.
     *
     * @param chat the conversation with the bot
     * @param unread in that chat
     * @param unreadPosts in the channel
     */
    record PersonaView(@JsonUnwrapped Persona persona, String alias, String chat, int unread, int unreadPosts) {}

    /**
     * A card of a message.
     *
     * @param index of the attachment
     * @param refresh whether the page should first refresh the card for this viewer
     */
    record CardView(int index, JsonNode card, boolean refresh) {}

    /** A message to one viewer. */
    record MessageView(@JsonUnwrapped Message message, String room, Optional<String> thread, List<CardView> cards) {}

    private final Map<SseEmitter, Persona> pages = new ConcurrentHashMap<>();
    private final ObjectProvider<Personas> personas;
    private final Transcript transcript;
    private final Clock clock;

    PageNotices(ObjectProvider<Personas> personas, Transcript transcript, Clock clock) {
        this.personas = personas;
        this.transcript = transcript;
        this.clock = clock;
    }

    MessageView view(Message message, Persona viewer) {
        var now = Instant.now(clock);
        var cards = IntStream.range(0, message.content().path("attachments").size())
                .filter(index -> Message.CARD.equals(
                        message.attachment(index).path("contentType").asString("")))
                .mapToObj(index -> new CardViewer(viewer, index))
                .map(card -> new CardView(
                        card.card(),
                        message.shown(card),
                        message.refresh(card, now).isPresent()))
                .toList();
        return new MessageView(message, message.where().room(), message.where().root(), cards);
    }

    List<PersonaView> people() {
        return personas.getObject().people().stream()
                .map(person -> {
                    var chat = PlaygroundConversation.with(person);
                    return new PersonaView(
                            person,
                            person.alias(),
                            chat.id(),
                            transcript.unread(person, chat),
                            transcript.unread(person, PlaygroundConversation.CHANNEL));
                })
                .toList();
    }

    /** A message was added or changed. Others than its readers are told too, after the counts, to hint at unread ones. */
    void message(Message message) {
        counts();
        send("message", viewer -> view(message, viewer));
    }

    /** Unread counts changed. */
    void counts() {
        var people = people();
        send("personas", _ -> people);
    }

    void typing(PlaygroundConversation where) {
        send("typing", _ -> Map.of("room", where.room()));
    }

    /** The person's message could not be delivered. */
    void trouble(Persona person, String message, String what, String advice) {
        send("trouble", _ -> Map.of("who", person.oid(), "what", what, "advice", advice, "message", message));
    }

    void startedOver() {
        send("reset", _ -> Map.of());
    }

    SseEmitter open(Persona persona) {
        var page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(_ -> pages.remove(page));
        pages.put(page, persona);
        send(page, event("hello", Map.of()).reconnectTime(1000));
        return page;
    }

    /** Closes the streams, which would keep the server from stopping. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        pages.keySet().forEach(SseEmitter::complete);
    }

    private void send(String name, Function<Persona, Object> about) {
        pages.forEach((page, viewer) -> send(page, event(name, about.apply(viewer))));
    }

    private static SseEmitter.SseEventBuilder event(String name, Object data) {
        return SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON);
    }

    private void send(SseEmitter page, SseEmitter.SseEventBuilder event) {
        try {
            page.send(event);
        } catch (IOException | IllegalStateException e) {
            pages.remove(page);
        }
    }
}
