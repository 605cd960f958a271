package dev.linekeeper.service.watch;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchFinding;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Ends what the watch tells when a voice admin says so, which the audit trail has. */
public record WatchDesk(
        WatchStore store, WatchedGroups groups, AuditTrail trail, Transactions transactions, Clock clock) {
    /** Leaves somebody as they are, whatever came about with them and was not asked for; whether anything had. */
    public boolean ignore(UserId who, UserId person) {
        return transactions.run(() -> {
            List<WatchFinding> open = store.findings(person).stream()
                    .filter(finding -> finding.request().isEmpty())
                    .toList();
            open.forEach(finding -> store.end(person, finding.cause()));
            if (!open.isEmpty()) {
                String causes =
                        open.stream().map(finding -> finding.cause().name()).collect(Collectors.joining(" "));
                trail.append(entry(who, Action.ACCEPTED, Optional.of(person), Map.of("cause", causes)));
            }
            return !open.isEmpty();
        });
    }

    /** Watches a group no more. */
    public void stop(UserId who, WatchedGroup group) {
        transactions.run(() -> {
            boolean ended = groups.end(group.group());
            if (ended) {
                var details = Map.of(
                        "setting",
                        "watched group",
                        "value",
                        "stopped",
                        "group",
                        group.group().value(),
                        "name",
                        group.name());
                trail.append(entry(who, Action.SETTING, Optional.empty(), details));
            }
            return ended;
        });
    }

    private AuditEntry entry(UserId who, Action action, Optional<UserId> person, Map<String, String> details) {
        return new AuditEntry(clock.instant(), Optional.of(who), action, Optional.empty(), person, details);
    }
}
