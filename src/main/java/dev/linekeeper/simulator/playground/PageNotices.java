package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.CardReader;
import dev.linekeeper.simulator.playground.chat.Message;
import dev.linekeeper.simulator.playground.chat.Persona;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversation;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends events about messages and unread counts to the open pages. */
final class PageNotices {
    private final EventStreams streams;
    private final PageViews views;
    private final Set<Persona> quiet = ConcurrentHashMap.newKeySet();

    PageNotices(EventStreams streams, PageViews views) {
        this.streams = streams;
        this.views = views;
    }

    /** A message was added or changed. */
    void message(Message message) {
        streams.send(persona -> message.thread().room().admits(persona)
                ? Optional.of(new PageEvent.MessageEvent(views.message(message, persona)))
                : Optional.empty());
        lists();
    }

    void lists() {
        streams.send(persona -> Optional.of(new PageEvent.ListsEvent(views.rooms(persona), views.personas())));
    }

    void typing(PlaygroundConversation.RoomThread thread) {
        streams.send(persona -> thread.room().admits(persona)
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
            streams.send(persona -> persona.equals(owner)
                    ? Optional.empty()
                    : Optional.of(new PageEvent.ElsewhereEvent(views.persona(owner), CardReader.preview(message))));
        }
    }

    void trouble(Persona person, PageEvent.DeliveryFailedEvent trouble) {
        streams.send(persona -> persona.equals(person) ? Optional.of(trouble) : Optional.empty());
    }

    void startedOver() {
        streams.send(_ -> Optional.of(new PageEvent.ResetEvent()));
    }
}
