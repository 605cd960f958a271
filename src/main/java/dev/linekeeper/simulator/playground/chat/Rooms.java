package dev.linekeeper.simulator.playground.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The conversations: a personal chat for every persona, and the channel. Personas are read at each call. */
public record Rooms(Supplier<Personas> who) {
    private static final String THREAD = ";messageid=";
    private static final Room.Channel CHANNEL = new Room.Channel("Voice team", "Requests");

    public Personas personas() {
        return who.get();
    }

    public List<Room> of(Persona person) {
        return List.of(new Room.Personal(person), CHANNEL);
    }

    public Room.Channel channel() {
        return CHANNEL;
    }

    /** Finds a conversation by its Bot Framework id, thread included. */
    public Optional<Room.RoomThread> find(String conversationId) {
        int thread = conversationId.indexOf(THREAD);
        if (thread >= 0 && conversationId.substring(0, thread).equals(CHANNEL.id())) {
            return Optional.of(
                    new Room.RoomThread(CHANNEL, Optional.of(conversationId.substring(thread + THREAD.length()))));
        }
        if (conversationId.equals(CHANNEL.id())) {
            return Optional.of(new Room.RoomThread(CHANNEL, Optional.empty()));
        }
        return personas().people().stream()
                .<Room>map(Room.Personal::new)
                .filter(room -> room.id().equals(conversationId))
                .map(room -> new Room.RoomThread(room, Optional.empty()))
                .findFirst();
    }

    public List<Persona> members(Room room) {
        return personas().people().stream().filter(room::admits).toList();
    }
}
