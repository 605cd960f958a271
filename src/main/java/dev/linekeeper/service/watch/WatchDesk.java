package dev.linekeeper.service.watch;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchFinding;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Ends what the watch tells when a voice admin says so, which the audit trail has. */
public record WatchDesk(
        WatchStore store, WatchedGroups groups, AuditTrail trail, Transactions transactions, Clock clock) {
    /** Leaves somebody as they are, whatever came about with them and was not asked for; whether anything had. */
    public boolean ignore(UserId who, UserId person) {
        return transactions.run(() -> {
            var open = store.findings(person).stream()
                    .filter(finding -> finding.request().isEmpty())
                    .map(WatchFinding::cause)
                    .toList();
            open.forEach(cause -> store.end(person, cause));
            var details = Map.of("cause", open.toString());
            return !open.isEmpty() && note(who, Action.ACCEPTED, Optional.of(person), details);
        });
    }

    /** Watches a group no more. */
    public void stop(UserId who, WatchedGroup group) {
        var details = Map.of("setting", "watched group", "value", "stopped", "group", "" + group.group());
        transactions.run(() -> groups.end(group.group()) && note(who, Action.SETTING, Optional.empty(), details));
    }

    private boolean note(UserId who, Action action, Optional<UserId> person, Map<String, String> details) {
        trail.append(new AuditEntry(clock.instant(), Optional.of(who), action, Optional.empty(), person, details));
        return true;
    }
}
