package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.turns.TurnNotes;
import dev.linekeeper.chat.turns.TurnOutcome;
import dev.linekeeper.service.people.Roles;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** That somebody may use a command, looked up when it first matters: until then what nobody is shown may be read. For one thread. */
final class Permission {
    private static final Logger log = LoggerFactory.getLogger(Permission.class);

    private final Roles roles;
    private final Command command;
    private final Caller caller;
    private Optional<Boolean> given = Optional.empty();

    Permission(Roles roles, Command command, Caller caller) {
        this.roles = roles;
        this.command = command;
        this.caller = caller;
        TurnNotes.command(command.verb());
    }

    /** The caller has no role for the command. */
    @SuppressWarnings("serial")
    static final class Refused extends RuntimeException {
        private Refused() {
            super("no role for it", null, false, false);
        }
    }

    /**
     * Waits until it is known; throws {@link Refused} when they may not.
     *
     * @throws dev.linekeeper.service.people.RolesNotRead when that cannot be read
     */
    void require() {
        if (given.isEmpty()) {
            boolean has = roles.hasAny(caller.id(), command.roles());
            given = Optional.of(has);
            if (!has) {
                TurnNotes.outcome(TurnOutcome.NOT_ALLOWED);
            }
            String action = has ? "command" : "refuse";
            log.info("action={} command={} caller={} place={}", action, command.verb(), caller.id(), caller.place());
        }
        if (!given.get()) {
            throw new Refused();
        }
    }
}
