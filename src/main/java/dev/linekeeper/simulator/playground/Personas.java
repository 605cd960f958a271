package dev.linekeeper.simulator.playground;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The personas of the playground and their tenant. The page starts with the first.
 *
 * @param organisation the tenant's name, such as "Contoso (simulated)"
 */
record Personas(String tenantId, String organisation, List<Persona> people) {
    Personas {
        people = List.copyOf(people);
    }

    /** Finds a persona by object id, channel account, user principal name or alias. */
    Optional<Persona> find(String who) {
        return people.stream().filter(person -> person.answersTo(who)).findFirst();
    }

    /** Finds a conversation by its Bot Framework id, thread included. */
    Optional<PlaygroundConversation> conversation(String id) {
        var parts = id.split(PlaygroundConversation.THREAD, 2);
        return Stream.concat(
                        Stream.of(PlaygroundConversation.CHANNEL),
                        people.stream().map(PlaygroundConversation::with))
                .map(room -> parts.length == 2 ? room.inThread(parts[1]) : room)
                .filter(room -> room.id().equals(id))
                .findFirst();
    }
}
