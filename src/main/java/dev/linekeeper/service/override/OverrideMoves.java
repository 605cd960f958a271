package dev.linekeeper.service.override;

import dev.linekeeper.core.override.EmergencyOverride;
import dev.linekeeper.core.override.OverrideState.OverrideOver;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.override.OverrideMove.NoSuchOverride;
import dev.linekeeper.service.override.OverrideMove.OverrideMoved;
import dev.linekeeper.service.override.OverrideMove.OverrideMovedOn;
import dev.linekeeper.service.requests.JobQueue;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Stores moves of overrides: each with its record in the audit trail, and told exactly when that is committed. */
public record OverrideMoves(
        OverrideStore store, AuditTrail trail, JobQueue jobs, Transactions transactions, Clock clock) {
    OverrideMove move(
            StoredOverride before,
            EmergencyOverride after,
            Optional<UserId> who,
            Action action,
            Map<String, String> more) {
        return transactions.run(() -> store.replace(before, after)
                .<OverrideMove>map(now -> {
                    record(now.override(), who, action, more);
                    jobs.announce(after.id(), now.version());
                    return new OverrideMoved(now);
                })
                .orElseGet(() -> movedOn(before.override().id())));
    }

    /** Notes that those who answer for it are reminded; what nobody decided is no record. */
    void remind(StoredOverride before, EmergencyOverride after) {
        transactions.run(() -> store.replace(before, after).map(now -> {
            jobs.announce(after.id(), now.version());
            return now;
        }));
    }

    /** Ends one. */
    OverrideMove end(StoredOverride before, OverrideOver over) {
        return move(
                before,
                before.override().with(over),
                over.by(),
                switch (over.how()) {
                    case DENIED -> Action.DENIED;
                    case LAPSED, EXPIRED -> Action.EXPIRED;
                    case CLOSED -> Action.CANCELLED;
                    case MENDED -> Action.COMPLETED;
                },
                Map.of("ended", over.how().name(), "why", over.why()));
    }

    private OverrideMove movedOn(RequestId id) {
        return store.find(id).<OverrideMove>map(OverrideMovedOn::new).orElseGet(NoSuchOverride::new);
    }

    void record(EmergencyOverride override, Optional<UserId> who, Action action, Map<String, String> more) {
        var details = new TreeMap<>(more);
        details.put("override", String.join(" ", override.gap().rules()));
        details.put("policy", override.gap().policy().value());
        details.put("until", override.days().end().orElseThrow().toString());
        trail.append(new AuditEntry(
                clock.instant(), who, action, Optional.of(override.id()), Optional.of(override.person()), details));
    }
}
