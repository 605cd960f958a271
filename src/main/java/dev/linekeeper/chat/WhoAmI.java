package dev.linekeeper.chat;

import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Directory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Tells somebody who the bot takes them for and what they may do. */
final class WhoAmI implements Command {
    private final Roles roles;
    private final Directory directory;

    WhoAmI(Roles roles, Directory directory) {
        this.roles = roles;
        this.directory = directory;
    }

    @Override
    public String verb() {
        return "whoami";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("whoami"),
                Phrase.of("who am i"),
                Phrase.of("what am i allowed to do"),
                Phrase.of("what may i do"),
                Phrase.of("(my|show my|what are my) (roles|rights|permissions)"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.USER);
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public Answer answer(Caller caller, Slots slots) {
        return new Answer.WhoAmI(
                directory.find(caller.id()),
                roles.of(caller.id()).stream().sorted().toList(),
                Arrays.stream(Role.values())
                        .filter(role -> role != Role.USER && !roles.isConfigured(role))
                        .toList());
    }
}
