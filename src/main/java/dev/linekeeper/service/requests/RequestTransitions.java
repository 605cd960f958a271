package dev.linekeeper.service.requests;

import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.Undoable;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.history.HistoryRecorder;
import dev.linekeeper.service.requests.RequestStore.Added;
import dev.linekeeper.service.requests.RequestStore.Replaced;
import dev.linekeeper.service.requests.RequestStore.Stored;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Stores the moves of requests: the new state, its audit entry, what it makes of people's settings and the jobs it brings, all in one transaction. */
public final class RequestTransitions {
    private final RequestStore store;
    private final AuditTrail trail;
    private final HistoryRecorder recorder;
    private final JobQueue jobs;
    private final Transactions transactions;
    private final ApprovalPolicy policy;
    private final Clock clock;

    RequestTransitions(
            RequestStore store,
            AuditTrail trail,
            HistoryRecorder recorder,
            JobQueue jobs,
            Transactions transactions,
            ApprovalPolicy policy,
            Clock clock) {
        this.store = store;
        this.trail = trail;
        this.recorder = recorder;
        this.jobs = jobs;
        this.transactions = transactions;
        this.policy = policy;
        this.clock = clock;
    }

    Added open(Function<RequestId, Request.Pending> request, Map<String, String> judged) {
        return transactions.run(() -> {
            Added added = store.add(request);
            if (added instanceof Added.New(var stored) && stored.request() instanceof Request.Pending pending) {
                trail.append(RequestAudit.asked(pending, judged));
                scheduleDeadlines(
                        pending.id(), pending.terms().expires(), pending.terms().askedAt());
                jobs.announce(pending.id(), stored.version());
            }
            return added;
        });
    }

    /** Opens what takes back an enrolment whose end was approved with it: approved by the same people, once that end has come. */
    public Added openApproved(Function<RequestId, Request.Pending> request, Request.Completed named) {
        return transactions.run(() -> {
            Added added = store.add(request);
            if (added instanceof Added.New(var stored) && stored.request() instanceof Request.Pending pending) {
                trail.append(RequestAudit.asked(pending, Map.of()));
                Request.Approved approved = pending.approveWith(named, clock.instant());
                store.replace(stored, approved);
                trail.append(RequestAudit.approvedWith(approved, named));
                jobs.announce(pending.id(), stored.version() + 1);
                jobs.apply(pending.id());
            }
            return added;
        });
    }

    /** Stores a move that Linekeeper makes by itself. */
    public Replaced move(Stored before, Request after) {
        return move(before, after, Optional.empty());
    }

    public Replaced move(Stored before, Request after, Optional<UserId> actor) {
        return transactions.run(() -> {
            var entries = new ArrayList<AuditEntry>();
            Replaced replaced = moved(new Move(before, after), actor, entries);
            trail.appendAll(entries);
            return replaced;
        });
    }

    /** A move to be stored. */
    public record Move(Stored before, Request after) {}

    /** Stores moves that Linekeeper makes by itself, within the caller's transaction; one that comes too late does not stop the others. */
    public List<Optional<Replaced>> moveAll(List<Optional<Move>> moves) {
        var entries = new ArrayList<AuditEntry>();
        List<Optional<Replaced>> all = moves.stream()
                .map(made -> made.map(move -> moved(move, Optional.empty(), entries)))
                .toList();
        trail.appendAll(entries);
        return all;
    }

    /** What is to be audited comes last: until the end of the transaction nobody else can append. */
    private Replaced moved(Move move, Optional<UserId> actor, List<AuditEntry> entries) {
        Replaced replaced = store.replace(move.before(), move.after());
        if (replaced instanceof Replaced.Done(var stored)) {
            Instant now = clock.instant();
            Request before = move.before().request();
            RequestAudit.moved(before, move.after(), actor, now).ifPresent(entries::add);
            schedule(before, stored, now);
            recorder.applied(move.after());
            markUndone(move.after(), actor, now, entries);
        }
        return replaced;
    }

    /** Expires what waits by itself and whose time to decide is over. */
    void expire(Stored stored) {
        if (stored.request() instanceof AwaitingDecision request
                && request.terms().batch().isEmpty()
                && policy.isOver(request.terms(), clock.instant())) {
            move(stored, request.expire(clock.instant()));
        }
    }

    /** Queues the jobs of a move; that applying began, and its steps, are announced by {@code RequestExecution} itself, in their order. */
    private void schedule(Request before, Stored stored, Instant now) {
        Request after = stored.request();
        if (!(after instanceof Request.Applying)) {
            jobs.announce(after.id(), stored.version());
        }
        if (after instanceof Request.Approved) {
            jobs.apply(after.id());
        }
        if (after instanceof Request.Completed done && !done.terms().rehearsal() && endsAlone(done.terms(), now)) {
            scheduleEnd(done.id(), done.terms().schedule(), now);
        }
        if (after instanceof Request.NeedsFreshLook look && before instanceof Request.Approved) {
            scheduleDeadlines(look.terms().id(), look.terms().expires(), now);
        }
    }

    /** A member of a batch ends with it, unless it was done when that was over already. */
    private static boolean endsAlone(RequestDetails terms, Instant now) {
        return terms.batch().isEmpty() || terms.hasEnded(now);
    }

    void scheduleEnd(RequestId id, Optional<Schedule> schedule, Instant now) {
        schedule.ifPresent(days -> days.endsAt()
                .ifPresent(end -> jobs.end(id, end, days.reminders(now).toList())));
    }

    void scheduleDeadlines(RequestId id, Instant expires, Instant since) {
        jobs.expire(id, expires);
        policy.reminders().stream().map(since::plus).filter(expires::isAfter).forEach(at -> jobs.remind(id, at));
    }

    private void markUndone(Request after, Optional<UserId> actor, Instant now, List<AuditEntry> entries) {
        if (after instanceof Request.Completed done && !done.terms().rehearsal()) {
            done.terms().undoes().flatMap(store::find).ifPresent(original -> {
                if (original.request() instanceof Undoable it) {
                    moved(new Move(original, it.undone(done.id(), now)), actor, entries);
                }
            });
        }
    }
}
