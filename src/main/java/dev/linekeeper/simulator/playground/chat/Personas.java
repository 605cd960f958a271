package dev.linekeeper.simulator.playground.chat;

import java.util.List;
import java.util.Optional;

/**
 * The personas of the playground and their tenant. The page starts with the first.
 *
 * @param organisation the tenant's name, such as "Contoso (simulated)"
 */
public record Personas(String tenantId, String organisation, List<Persona> people) {
    public Personas {
        people = List.copyOf(people);
    }

    /** Finds a persona by object id, channel account, user principal name or alias. */
    public Optional<Persona> find(String who) {
        return people.stream().filter(person -> person.answersTo(who)).findFirst();
    }
}
