package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Caller;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Notes in the audit trail who looked at another person's data, who read what of their own, and who was not allowed to use a command. */
public final class AuditedReads {
    private final AuditTrail trail;
    private final Clock clock;

    public AuditedReads(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /**
     * Notes that the caller looked with the command of that verb; reading one's own data is not noted.
     *
     * @param request the request looked at, if it was one
     * @param person whose data it was; empty for a list of many people's
     */
    void note(Caller caller, Optional<RequestId> request, Optional<UserId> person, String verb) {
        if (!person.equals(Optional.of(caller.id()))) {
            trail.append(entry(caller, request, person, verb));
        }
    }

    /** The same of each of several people, together. */
    void noteAll(Caller caller, Collection<UserId> people, String verb) {
        trail.appendAll(people.stream()
                .filter(person -> !person.equals(caller.id()))
                .map(person -> entry(caller, Optional.empty(), Optional.of(person), verb))
                .toList());
    }

    private AuditEntry entry(Caller caller, Optional<RequestId> request, Optional<UserId> person, String verb) {
        return new AuditEntry(
                clock.instant(), Optional.of(caller.id()), Action.READ, request, person, Map.of("command", verb));
    }

    /** Somebody says something of themselves, such as that they have read a card. */
    void attested(Caller caller, Map<String, String> what) {
        trail.append(new AuditEntry(
                clock.instant(),
                Optional.of(caller.id()),
                Action.ATTESTED,
                Optional.empty(),
                Optional.of(caller.id()),
                what));
    }

    void refused(Caller caller, Command command) {
        trail.append(AuditEntry.refused(
                clock.instant(),
                Optional.of(caller.id()),
                Optional.empty(),
                Map.of(
                        "tried", command.verb(),
                        "why", "needs " + command.roles().stream().sorted().toList(),
                        "place", caller.place().name())));
    }
}
