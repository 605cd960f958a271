package dev.linekeeper.simulator.playground.chat;

import java.util.List;
import java.util.Optional;

/**
 * Everyone one can be on the chat page, and the tenant they belong to. The first is who a visitor is at first.
 *
 * @param organisation the tenant's name, such as "Contoso (simulated)"
 */
public record Personas(String tenantId, String organisation, List<Persona> people) {
    public Personas {
        people = List.copyOf(people);
    }

    /** By object id, channel account, user principal name or alias. */
    public Optional<Persona> find(String who) {
        return people.stream().filter(person -> person.answersTo(who)).findFirst();
    }
}
