package dev.linekeeper.simulator.playground;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends events about messages and unread counts to the open pages, each opened by one persona. Thread-safe. */
final class PageNotices {
    private final Map<SseEmitter, Persona> pages = new ConcurrentHashMap<>();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("playground").factory());
    private final PageViews views;
    private final Set<Persona> quiet = ConcurrentHashMap.newKeySet();

    /** Keeps connections open and drops broken ones. */
    PageNotices(PageViews views) {
        this.views = views;
        var _ = pulse.scheduleWithFixedDelay(
                () -> pages.keySet().forEach(page -> send(page, event("beat", Map.of()))), 15, 15, TimeUnit.SECONDS);
    }

    /** A message was added or changed. */
    void message(Message message) {
        send("message", message.where()::admits, viewer -> Map.of("message", views.message(message, viewer)));
        lists();
    }

    /** Lists or unread counts changed. */
    void lists() {
        send("rooms", _ -> true, viewer -> Map.of("rooms", views.rooms(viewer), "personas", views.personas()));
    }

    void typing(PlaygroundConversation where) {
        send("typing", where::admits, _ -> Map.of("room", where.room()));
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
        message.where()
                .owner()
                .filter(owner -> !quiet.contains(owner))
                .ifPresent(owner -> send(
                        "elsewhere",
                        viewer -> !viewer.equals(owner),
                        _ -> Map.of("persona", views.persona(owner), "preview", message.preview())));
    }

    /** The person's message could not be delivered. */
    void trouble(Persona person, String message, String what, String advice) {
        send("trouble", person::equals, _ -> Map.of("what", what, "advice", advice, "message", message));
    }

    void startedOver() {
        send("reset", _ -> true, _ -> Map.of());
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
        pulse.shutdownNow();
        pages.keySet().forEach(SseEmitter::complete);
    }

    private void send(String name, Predicate<Persona> to, Function<Persona, Map<String, ?>> about) {
        pages.forEach((page, viewer) -> {
            if (to.test(viewer)) {
                send(page, event(name, about.apply(viewer)));
            }
        });
    }

    private static SseEmitter.SseEventBuilder event(String name, Map<String, ?> data) {
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
