package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.Persona;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events to the open pages, each opened by one persona. Thread-safe. */
final class EventStreams {
    private final Map<SseEmitter, Persona> pages = new ConcurrentHashMap<>();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("playground").factory());
    private final ScheduledFuture<?> beats = pulse.scheduleWithFixedDelay(this::beat, 15, 15, TimeUnit.SECONDS);

    SseEmitter open(Persona persona) {
        var page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(_ -> pages.remove(page));
        pages.put(page, persona);
        send(page, SseEmitter.event().name("hello").data("{}").reconnectTime(1000));
        return page;
    }

    /** Sends every page the event for its persona, if any. */
    void send(Function<Persona, Optional<PageEvent>> about) {
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
