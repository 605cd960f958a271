package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.CardReader;
import dev.linekeeper.simulator.playground.chat.Message;
import dev.linekeeper.simulator.playground.chat.Persona;
import dev.linekeeper.simulator.playground.chat.Room;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells open pages about messages and marks. */
final class PageNotices {
    private final EventStreams live;
    private final PageViews views;
    private final Set<Persona> quiet = ConcurrentHashMap.newKeySet();

    PageNotices(EventStreams live, PageViews views) {
        this.live = live;
        this.views = views;
    }

    /** A message is new or another than it was. */
    void message(Message message) {
        live.tell(persona -> message.spot().room().admits(persona)
                ? Optional.of(new PageEvent.MessageEvent(views.message(message, persona)))
                : Optional.empty());
        lists();
    }

    void lists() {
        live.tell(persona -> Optional.of(new PageEvent.Listed(views.rooms(persona), views.personas())));
    }

    void typing(Room.RoomThread spot) {
        live.tell(persona -> spot.room().admits(persona)
                ? Optional.of(new PageEvent.Typing(spot.room().id()))
                : Optional.empty());
    }

    /** Hints at nothing in somebody's chat meanwhile. */
    void quietly(Persona person, Runnable task) {
        quiet.add(person);
        try {
            task.run();
        } finally {
            quiet.remove(person);
        }
    }

    /** Hints at a chat of somebody else that has something new. */
    void elsewhere(Message message) {
        if (message.spot().room() instanceof Room.Personal(var owner) && !quiet.contains(owner)) {
            live.tell(persona -> persona.equals(owner)
                    ? Optional.empty()
                    : Optional.of(new PageEvent.ElsewhereEvent(views.persona(owner), CardReader.preview(message))));
        }
    }

    void trouble(Persona person, PageEvent.Trouble trouble) {
        live.tell(persona -> persona.equals(person) ? Optional.of(trouble) : Optional.empty());
    }

    void startedOver() {
        live.tell(_ -> Optional.of(new PageEvent.StartedOver()));
    }
}
