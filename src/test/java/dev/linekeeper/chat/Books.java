package dev.linekeeper.chat;

import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.people.People;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.Asking;
import dev.linekeeper.service.requests.Confirming;
import dev.linekeeper.service.requests.Deciding;
import dev.linekeeper.service.requests.Exporting;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.tenant.Directory;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Command books for tests of what is said rather than of what is answered. */
final class Books {
    private Books() {}

    /** All commands, none of which can answer. */
    static CommandBook withoutServices() {
        return new CommandBook(commands());
    }

    /** In the order of help, which is the last. */
    static List<Command> commands() {
        Directory directory = nobodyHome(Directory.class);
        AuditTrail trail = nobodyHome(AuditTrail.class);
        var roles = new Roles(directory, Map.of(), Clock.systemUTC(), Duration.ZERO);
        var commands = new ArrayList<>(Commands.all(
                new Lookup(
                        new People(directory),
                        directory,
                        null,
                        new Settings(Optional.empty(), false, Map.of()),
                        trail,
                        Clock.systemUTC()),
                directory,
                roles,
                nobodyHome(RequestStore.class),
                (Asking) null,
                (Deciding) null,
                (Exporting) null,
                (Confirming) null,
                (Doctor) null,
                null,
                trail));
        commands.add(new Help(commands, roles, directory));
        return commands;
    }

    static Command named(String verb) {
        return new Command() {
            @Override
            public String verb() {
                return verb;
            }

            @Override
            public List<Phrase> phrases() {
                return List.of(Phrase.of(verb));
            }

            @Override
            public Set<Role> roles() {
                return Set.of(Role.USER);
            }

            @Override
            public Answer answer(Caller caller, Slots slots) {
                return new Answer.Sorry(verb);
            }
        };
    }

    private static <T> T nobodyHome(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, _) -> {
            throw new AssertionError("Nobody should call " + method);
        }));
    }
}
