package dev.linekeeper.simulator.playground;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells open pages about messages and marks. */
final class Notices {
    private final Live live;
    private final Views views;
    private final Set<Persona> quiet = ConcurrentHashMap.newKeySet();

    Notices(Live live, Views views) {
        this.live = live;
        this.views = views;
    }

    /** A message is new or another than it was. */
    void message(Message message) {
        live.tell(persona -> message.spot().room().admits(persona)
                ? Optional.of(new Event.Said(views.message(message, persona)))
                : Optional.empty());
        lists();
    }

    void lists() {
        live.tell(persona -> Optional.of(new Event.Listed(views.rooms(persona), views.personas())));
    }

    void typing(Room.Spot spot) {
        live.tell(persona -> spot.room().admits(persona)
                ? Optional.of(new Event.Typing(spot.room().id()))
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
                    : Optional.of(new Event.Elsewhere(views.persona(owner), Cards.preview(message))));
        }
    }

    void trouble(Persona person, Event.Trouble trouble) {
        live.tell(persona -> persona.equals(person) ? Optional.of(trouble) : Optional.empty());
    }

    void startedOver() {
        live.tell(_ -> Optional.of(new Event.StartedOver()));
    }
}
