package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.CardReader;
import dev.linekeeper.simulator.playground.chat.Message;
import dev.linekeeper.simulator.playground.chat.Persona;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversation;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends events about messages and unread counts to the open pages, each opened by one persona. Thread-safe. */
final class PageNotices {
    private final Map<SseEmitter, Persona> pages = new ConcurrentHashMap<>();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("playground").factory());
    private final ScheduledFuture<?> beats = pulse.scheduleWithFixedDelay(this::beat, 15, 15, TimeUnit.SECONDS);
    private final PageViews views;
    private final Set<Persona> quiet = ConcurrentHashMap.newKeySet();

    PageNotices(PageViews views) {
        this.views = views;
    }

    /** A message was added or changed. */
    void message(Message message) {
        send(persona -> message.thread().room().admits(persona)
                ? Optional.of(new PageEvent.MessageEvent(views.message(message, persona)))
                : Optional.empty());
        lists();
    }

    void lists() {
        send(persona -> Optional.of(new PageEvent.ListsEvent(views.rooms(persona), views.personas())));
    }

    void typing(PlaygroundConversation.RoomThread thread) {
        send(persona -> thread.room().admits(persona)
                ? Optional.of(new PageEvent.TypingEvent(thread.room().id()))
                : Optional.empty());
    }

    /** Runs a task that sends no {@link #elsewhere} events about the person's chat. */
    void quietly(Persona person, Runnable task) {
        quiet.add(person);
        try {
            task.run();
        } finally {
            quiet.remove(person);
        }
    }

    /** A new message in one persona's chat, for the pages of the others. */
    void elsewhere(Message message) {
        if (message.thread().room() instanceof PlaygroundConversation.Personal(var owner) && !quiet.contains(owner)) {
            send(persona -> persona.equals(owner)
                    ? Optional.empty()
                    : Optional.of(new PageEvent.ElsewhereEvent(views.persona(owner), CardReader.preview(message))));
        }
    }

    void trouble(Persona person, PageEvent.DeliveryFailedEvent trouble) {
        send(persona -> persona.equals(person) ? Optional.of(trouble) : Optional.empty());
    }

    void startedOver() {
        send(_ -> Optional.of(new PageEvent.ResetEvent()));
    }

    SseEmitter open(Persona persona) {
        var page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(_ -> pages.remove(page));
        pages.put(page, persona);
        send(page, SseEmitter.event().name("hello").data("{}").reconnectTime(1000));
        return page;
    }

    /** Sends every page the event for its persona, if any. */
    private void send(Function<Persona, Optional<PageEvent>> about) {
        pages.forEach((page, persona) -> about.apply(persona)
                .ifPresent(event ->
                        send(page, SseEmitter.event().name(event.name()).data(event, MediaType.APPLICATION_JSON))));
    }

    /** Keeps connections open and drops broken ones. */
    private void beat() {
        pages.keySet()
                .forEach(page -> send(page, SseEmitter.event().name("beat").data("{}")));
    }

    void close() {
        beats.cancel(false);
        pulse.shutdown();
        pages.keySet().forEach(SseEmitter::complete);
    }

    private void send(SseEmitter page, SseEmitter.SseEventBuilder event) {
        try {
            page.send(event);
        } catch (IOException | IllegalStateException e) {
            pages.remove(page);
        }
    }
}
