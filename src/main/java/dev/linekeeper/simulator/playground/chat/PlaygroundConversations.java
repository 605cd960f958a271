package dev.linekeeper.simulator.playground.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The conversations: a personal chat for every persona, and the channel. Personas are read at each call. */
public record PlaygroundConversations(Supplier<Personas> who) {
    private static final String THREAD = ";messageid=";
    private static final PlaygroundConversation.Channel CHANNEL =
            new PlaygroundConversation.Channel("Voice team", "Requests");

    public Personas personas() {
        return who.get();
    }

    public List<PlaygroundConversation> of(Persona person) {
        return List.of(new PlaygroundConversation.Personal(person), CHANNEL);
    }

    public PlaygroundConversation.Channel channel() {
        return CHANNEL;
    }

    /** Finds a conversation by its Bot Framework id, thread included. */
    public Optional<PlaygroundConversation.RoomThread> find(String conversationId) {
        int thread = conversationId.indexOf(THREAD);
        if (thread >= 0 && conversationId.substring(0, thread).equals(CHANNEL.id())) {
            return Optional.of(new PlaygroundConversation.RoomThread(
                    CHANNEL, Optional.of(conversationId.substring(thread + THREAD.length()))));
        }
        if (conversationId.equals(CHANNEL.id())) {
            return Optional.of(new PlaygroundConversation.RoomThread(CHANNEL, Optional.empty()));
        }
        return personas().people().stream()
                .<PlaygroundConversation>map(PlaygroundConversation.Personal::new)
                .filter(room -> room.id().equals(conversationId))
                .map(room -> new PlaygroundConversation.RoomThread(room, Optional.empty()))
                .findFirst();
    }

    public List<Persona> members(PlaygroundConversation room) {
        return personas().people().stream().filter(room::admits).toList();
    }
}
