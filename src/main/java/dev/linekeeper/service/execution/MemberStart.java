package dev.linekeeper.service.execution;

import dev.linekeeper.core.request.Request;
import dev.linekeeper.service.bulk.BatchStarts;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.RequestStore.Replaced;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.RequestTransitions;
import dev.linekeeper.service.requests.Transactions;
import java.util.Optional;

/** Begins requests, members of batches in order with what people say of these: after a pause was answered nobody begins. */
public final class MemberStart {
    private final BatchStarts starts;
    private final BatchStore batches;
    private final MovesTogether moves;

    public MemberStart(
            BatchStarts starts, BatchStore batches, RequestTransitions transitions, Transactions transactions) {
        this.starts = starts;
        this.batches = batches;
        this.moves = new MovesTogether(transitions, transactions);
    }

    /** What stores the moves that follow. */
    MovesTogether moves() {
        return moves;
    }

    /** Puts off what may not begin with its batch yet; empty when it may. */
    Optional<ExecutionResult> wait(Request.Approved request) {
        return starts.wait(request).map(wait -> new ExecutionResult.Deferred(request.id(), wait));
    }

    /** Stores that it has begun, if it still may once nobody else moves its batch; empty if not. */
    Optional<Replaced> begin(Stored stored, Request.Approved request, Request.Applying begun) {
        return moves.move(stored, begun, () -> {
            request.terms().batch().ifPresent(batches::keepStill);
            return starts.wait(request).isEmpty();
        });
    }
}
