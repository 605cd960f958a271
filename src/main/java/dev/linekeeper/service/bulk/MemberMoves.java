package dev.linekeeper.service.bulk;

import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.RequestAudit;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Moves of many members of a batch, a page a transaction, each page as a whole or not at all. */
public record MemberMoves(BatchStore store, AuditTrail trail, Transactions transactions, Clock clock) {
    private static final int PAGE = 500;
    private static final int TRIES = 5;

    /** Gives a transaction up. */
    static final class MovedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Ends the members of a stopped batch that have not begun; one that begins at this moment goes on. */
    void cancelWaiting(RequestId batch, UserId by) {
        Instant now = clock.instant();
        RequestId after = RequestId.FIRST;
        int tries = 0;
        while (true) {
            List<Stored> page = store.members(batch, EnumSet.of(MemberState.WAITING), after, PAGE);
            if (page.isEmpty()) {
                return;
            }
            try {
                transactions.run(() -> {
                    moveNow(
                            page,
                            member -> member instanceof Request.Approved it
                                    ? it.cancel(by, now).map(Function.identity())
                                    : Optional.empty(),
                            by);
                    return page;
                });
                after = page.getLast().id();
                tries = 0;
            } catch (MovedMeanwhile begun) {
                if (++tries == TRIES) {
                    throw begun;
                }
            }
        }
    }

    /** Moves those for which there is a move, within the caller's transaction; throws when one of them was moved meanwhile. */
    List<Request> moveNow(List<Stored> members, Function<Request, Optional<Request>> move, UserId by) {
        var before = new ArrayList<Stored>();
        var after = new ArrayList<Request>();
        members.forEach(member -> move.apply(member.request()).ifPresent(next -> {
            before.add(member);
            after.add(next);
        }));
        if (!after.isEmpty() && !store.replaceAll(before, after)) {
            throw new MovedMeanwhile();
        }
        Instant now = clock.instant();
        var entries = new ArrayList<AuditEntry>();
        for (int at = 0; at < after.size(); at++) {
            RequestAudit.moved(before.get(at).request(), after.get(at), Optional.of(by), now)
                    .ifPresent(entries::add);
        }
        trail.appendAll(entries);
        return after;
    }
}
