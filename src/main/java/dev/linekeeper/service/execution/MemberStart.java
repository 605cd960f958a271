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
public record MemberStart(
        BatchStarts starts, BatchStore batches, RequestTransitions transitions, Transactions transactions) {
    /** Puts off what may not begin with its batch yet; empty when it may. */
    Optional<ExecutionResult> wait(Request.Approved request) {
        return starts.wait(request).map(wait -> new ExecutionResult.Deferred(request.id(), wait));
    }

    /** Stores that it has begun, if it still may once nobody else moves its batch; empty if not. */
    Optional<Replaced> begin(Stored stored, Request.Approved request, Request.Applying begun) {
        return transactions.run(() -> {
            request.terms().batch().ifPresent(batches::keepStill);
            return starts.wait(request).isPresent() ? Optional.empty() : Optional.of(transitions.move(stored, begun));
        });
    }
}
