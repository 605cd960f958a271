package dev.linekeeper.service.bulk;

import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.BatchStage.BatchEnded;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.bulk.BatchControlResult.NotNow;
import dev.linekeeper.service.bulk.BatchControlResult.TriedAgain;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.BatchStore.StoredBatch;
import dev.linekeeper.service.requests.JobQueue;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One more attempt for every member that stopped; what is done by hand, or whose person has another open request, is left out. */
public record SecondTry(
        BatchStore store,
        BatchStages stages,
        MemberMoves members,
        JobQueue jobs,
        Transactions transactions,
        Clock clock) {
    private static final int PAGE = 500;

    private record Stops(List<Stored> again, int others) {}

    /** All of it is stored or nothing; a batch that had ended is under way again. */
    BatchControlResult of(StoredBatch stored, UserId who) {
        Stops stops = stops(stored.id());
        if (stops.again().isEmpty()) {
            return stops.others() == 0 ? new NotNow(stored.batch()) : new TriedAgain(stored.batch(), 0, stops.others());
        }
        try {
            return again(stored, who, stops, clock.instant());
        } catch (MemberMoves.MovedMeanwhile other) {
            return new NotNow(stored.batch());
        }
    }

    private BatchControlResult again(StoredBatch stored, UserId who, Stops stops, Instant now) {
        return transactions.run(() -> stages.course(
                        stored,
                        next(stored.batch(), stops.again().size(), now),
                        Action.RESUMED,
                        Optional.of(who),
                        Map.of("tried", Integer.toString(stops.again().size())))
                .<BatchControlResult>map(moved -> {
                    List<Request> again = members.moveNow(stops.again(), member -> resumed(member, now), who);
                    jobs.applyAll(stored.id(), again.stream().map(Request::id).toList(), now);
                    return new TriedAgain(moved.batch(), again.size(), stops.others());
                })
                .orElseGet(() -> new NotNow(stored.batch())));
    }

    private Stops stops(RequestId batch) {
        var again = new ArrayList<Stored>();
        int all = 0;
        for (List<Stored> page = store.members(batch, EnumSet.of(MemberState.STOPPED), RequestId.FIRST, PAGE);
                !page.isEmpty();
                page = store.members(
                        batch, EnumSet.of(MemberState.STOPPED), page.getLast().id(), PAGE)) {
            Set<Subject> busy = store.open(
                    page.stream().map(one -> one.request().terms().subject()).toList());
            page.stream()
                    .filter(one -> !busy.contains(one.request().terms().subject()))
                    .filter(one -> one.request() instanceof Request.PartlyApplied it
                            && it.stop().why() != StopReason.BY_HAND)
                    .forEach(again::add);
            all += page.size();
        }
        return new Stops(again, all - again.size());
    }

    /** Those tried again have not ended; the others count as before. */
    private BatchStage next(Batch batch, int again, Instant now) {
        if (!(batch.stage() instanceof BatchEnded)) {
            return batch.stage();
        }
        var tally = MemberTally.of(store, batch.id());
        return BatchUnderWay.from(now, List.of(), tally.ended() - again, tally.badly() - again);
    }

    private static Optional<Request> resumed(Request member, Instant now) {
        return member instanceof Request.PartlyApplied it ? Optional.of(it.resume(now)) : Optional.empty();
    }
}
