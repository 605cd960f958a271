package dev.linekeeper.service.requests;

import dev.linekeeper.core.bulk.Caution;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.BatchTerms;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.BatchAudit;
import dev.linekeeper.service.requests.BatchStore.StoredBatch;
import dev.linekeeper.service.requests.RequestStore.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Stores the moves of batches: with each, those of all members, the audit entries and the jobs, in one transaction or not at all. */
public final class BatchTransitions {
    private static final int PAGE = 500;

    /** The others ask whether they may begin after this time at the earliest, unless their jobs are brought forward. */
    private static final Duration CANARY_FIRST = Duration.ofMinutes(1);

    private final BatchStore store;
    private final RequestTransitions transitions;
    private final AuditTrail trail;
    private final JobQueue jobs;
    private final Transactions transactions;
    private final Caution caution;
    private final Clock clock;

    BatchTransitions(
            BatchStore store,
            RequestTransitions transitions,
            AuditTrail trail,
            JobQueue jobs,
            Transactions transactions,
            Caution caution,
            Clock clock) {
        this.store = store;
        this.transitions = transitions;
        this.trail = trail;
        this.jobs = jobs;
        this.transactions = transactions;
        this.caution = caution;
        this.clock = clock;
    }

    /** A batch to be stored. */
    record NewBatch(BatchTerms terms, List<NewMember> members) {}

    /** A member to be stored, with what the audit trail keeps of the judgement. */
    record NewMember(Request.Pending request, Map<String, String> judged) {}

    /** What became of a move. */
    sealed interface BatchMove {
        record BatchMoved(StoredBatch now) implements BatchMove {}

        /** The batch was moved meanwhile; nothing was changed. */
        record BatchSuperseded() implements BatchMove {}

        /** One of the members is not as it was asked for; nothing was changed. */
        record OneMovedAlone(RequestId member) implements BatchMove {}
    }

    /** Ends the transaction without a trace. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient RequestId about;

        GivenUp(RequestId about) {
            super("Given up for " + about, null, false, false);
            this.about = about;
        }
    }

    /** Stores what is made within the transaction; empty when nothing was made, or somebody got an open request at the same moment. */
    Optional<Batch> open(Supplier<Optional<NewBatch>> made) {
        return open(made, (batch, _) -> {
            transitions.scheduleDeadlines(
                    batch.id(), batch.terms().expires(), batch.terms().askedAt());
            jobs.announce(batch.id(), 1);
        });
    }

    private Optional<Batch> open(Supplier<Optional<NewBatch>> made, BiConsumer<Batch, List<Request.Pending>> then) {
        try {
            return transactions.run(() -> made.get().map(it -> added(it, then)));
        } catch (GivenUp rival) {
            return Optional.empty();
        }
    }

    private Batch added(NewBatch made, BiConsumer<Batch, List<Request.Pending>> then) {
        Batch batch = Batch.of(made.terms(), canary(made));
        var members = made.members().stream().map(NewMember::request).toList();
        if (!store.add(batch, members)) {
            throw new GivenUp(batch.id());
        }
        var entries = new ArrayList<AuditEntry>();
        entries.add(audit(batch).asked());
        made.members().forEach(member -> entries.add(RequestAudit.asked(member.request(), member.judged())));
        trail.appendAll(entries);
        then.accept(batch, members);
        return batch;
    }

    private List<RequestId> canary(NewBatch made) {
        var plans = new LinkedHashMap<RequestId, Plan>();
        made.members().stream()
                .map(NewMember::request)
                .forEach(member -> plans.put(member.id(), member.terms().plan()));
        return caution.first(plans);
    }

    /** Stores the batch as {@code after}, and each of its members as {@code decided}. */
    BatchMove move(
            StoredBatch before, Batch after, Optional<UserId> actor, Function<AwaitingDecision, Request> decided) {
        try {
            return transactions.run(() -> store.replace(before, after)
                    .<BatchMove>map(now -> {
                        decide(now, actor, decided);
                        return new BatchMove.BatchMoved(now);
                    })
                    .orElseGet(BatchMove.BatchSuperseded::new));
        } catch (GivenUp other) {
            return new BatchMove.OneMovedAlone(other.about);
        }
    }

    /** The audit trail comes last: until the end of the transaction nobody else can append to it. */
    private void decide(StoredBatch now, Optional<UserId> actor, Function<AwaitingDecision, Request> decided) {
        Batch batch = now.batch();
        Instant at = clock.instant();
        var entries = new ArrayList<AuditEntry>();
        var fingerprints = new ArrayList<String>();
        var approved = new ArrayList<RequestId>();
        entries.add(audit(batch).decided(actor));
        for (List<Stored> page = store.members(batch.id(), RequestId.FIRST, PAGE);
                !page.isEmpty();
                page = store.members(batch.id(), page.getLast().id(), PAGE)) {
            var after = new ArrayList<Request>();
            for (Stored member : page) {
                if (!(member.request() instanceof AwaitingDecision waiting)) {
                    throw new GivenUp(member.id());
                }
                fingerprints.add(waiting.terms().fingerprint());
                Request next = decided.apply(waiting);
                after.add(next);
                RequestAudit.moved(waiting, next, actor, at).ifPresent(entries::add);
                if (next instanceof Request.Approved) {
                    approved.add(next.id());
                }
            }
            if (!store.replaceAll(page, after)) {
                throw new GivenUp(page.getFirst().id());
            }
        }
        if (!batch.terms().plan().isOf(fingerprints)) {
            throw new GivenUp(batch.id());
        }
        trail.appendAll(entries);
        begin(now, approved, at);
    }

    /** Queues what follows from a decision. */
    private void begin(StoredBatch now, List<RequestId> approved, Instant at) {
        Batch batch = now.batch();
        if (batch.stage() instanceof BatchUnderWay && !batch.terms().rehearsal()) {
            transitions.scheduleEnd(batch.id(), batch.terms().schedule(), at);
        }
        Instant start = batch.terms().notBeforeStart(at);
        Instant rest = batch.canary().isEmpty() ? start : start.plus(CANARY_FIRST);
        var first = Set.copyOf(batch.canary());
        jobs.applyAll(batch.id(), approved.stream().filter(first::contains).toList(), start);
        jobs.applyAll(
                batch.id(),
                approved.stream().filter(one -> !first.contains(one)).toList(),
                rest);
        jobs.announce(batch.id(), now.version());
    }

    /**
     * Opens what takes back a batch whose end was approved with {@code over}: approved by the same people, once that end has come.
     *
     * @param named by person, what says until when they have it
     */
    public Optional<Batch> openApproved(
            Batch over, RequestId undone, Map<UserId, Request.Completed> named, Supplier<List<Request.Pending>> made) {
        return open(
                () -> {
                    List<Request.Pending> all = made.get();
                    var members = all.stream().map(one -> new NewMember(one, Map.of()));
                    return Optional.of(new NewBatch(over.terms().takenBack(undone, all), members.toList()));
                },
                (batch, members) -> approve(batch, over, members, named));
    }

    private void approve(Batch asked, Batch over, List<Request.Pending> members, Map<UserId, Request.Completed> named) {
        Instant at = clock.instant();
        Batch now = asked.approveWith(over, at);
        var entries = new ArrayList<AuditEntry>();
        entries.add(new BatchAudit(now, at).moved(Action.APPROVED, Optional.empty(), Map.of("with", "" + over.id())));
        var before = new ArrayList<Stored>();
        var after = new ArrayList<Request>();
        members.forEach(member -> {
            var with = Objects.requireNonNull(named.get(member.terms().person()));
            Request.Approved approved = member.approveWith(with, at);
            before.add(new Stored(member, 1));
            after.add(approved);
            entries.add(RequestAudit.approvedWith(approved, with));
        });
        var stored = store.replace(new StoredBatch(asked, 1), now).filter(_ -> store.replaceAll(before, after));
        trail.appendAll(entries);
        begin(
                stored.orElseThrow(() -> new GivenUp(asked.id())),
                after.stream().map(Request::id).toList(),
                at);
    }

    /** Records that somebody was not allowed what they tried. */
    void refused(Batch batch, UserId who, String tried, String why) {
        trail.append(audit(batch).refused(who, tried, why));
    }

    private BatchAudit audit(Batch batch) {
        return new BatchAudit(batch, clock.instant());
    }
}
