package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Caller;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Notes in the audit trail who looked at another person's data. */
public final class AuditedReads {
    private final AuditTrail trail;
    private final Clock clock;

    public AuditedReads(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** Notes that the caller looked at the person with the command of that verb; reading one's own data is not noted. */
    void note(Caller caller, UserId person, String verb) {
        if (!caller.id().equals(person)) {
            trail.append(new AuditEntry(
                    clock.instant(),
                    Optional.of(caller.id()),
                    Action.READ,
                    Optional.empty(),
                    Optional.of(person),
                    Map.of("command", verb)));
        }
    }
}
