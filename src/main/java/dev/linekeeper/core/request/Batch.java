package dev.linekeeper.core.request;

import dev.linekeeper.core.request.BatchStage.BatchAwaiting;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.BatchStage.Hold;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One request for the same change to many people, decided once. Each member is a {@link Request} of its own, with its
 * plan, its steps and its record, that names the batch; a decision on the batch is the same decision on each of them.
 *
 * @param approvals so far; its members have the same
 */
public record Batch(BatchTerms terms, List<Approval> approvals, BatchStage stage) {
    public Batch {
        approvals = List.copyOf(approvals);
    }

    /** A batch that waits for a decision; {@code canary} are the members that will be applied first. */
    public static Batch of(BatchTerms terms, List<RequestId> canary) {
        return new Batch(terms, List.of(), new BatchAwaiting(canary));
    }

    public RequestId id() {
        return terms.id();
    }

    /** Whether it waits for a decision. */
    public boolean awaits() {
        return stage instanceof BatchAwaiting;
    }

    /** Adds an approval; the batch is under way when that makes the quorum. */
    public Batch approve(DecisionPermit permit) {
        permit.checkFor(terms);
        var approval = new Approval(permit.by(), permit.at(), permit.proof());
        var all = Stream.concat(approvals.stream(), Stream.of(approval)).toList();
        return new Batch(
                terms, all, all.size() < terms.quorum() ? stage : BatchUnderWay.from(permit.at(), canary(), 0, 0));
    }

    /** Under way by those who approved, with its end, what this takes back now that the end has come. */
    public Batch approveWith(Batch over, Instant now) {
        return new Batch(terms, over.approvals(), BatchUnderWay.from(now, canary(), 0, 0));
    }

    /** The members that are applied before the others; empty when there are none, or all of them have ended. */
    public List<RequestId> canary() {
        return switch (stage) {
            case BatchAwaiting(var first) -> first;
            case BatchUnderWay it -> it.canary();
            case BatchStage _ -> List.of();
        };
    }

    /** Why members that have not begun do not begin. */
    public Optional<Hold> hold() {
        return stage.held();
    }

    public Batch with(BatchStage next) {
        return new Batch(terms, approvals, next);
    }

    /** The same without a trace of whoever asked, as {@link RequestDetails#withoutRequester}. */
    public Batch withoutRequester() {
        return new Batch(terms.withoutRequester(), approvals, stage);
    }

    /** The same without a trace of somebody among those left out. */
    public Batch without(UserId person) {
        return new Batch(terms.without(person), approvals, stage);
    }
}
