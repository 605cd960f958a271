package dev.linekeeper.service.execution;

import dev.linekeeper.core.request.Request;
import dev.linekeeper.service.requests.RequestStore.Replaced;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.RequestTransitions;
import dev.linekeeper.service.requests.RequestTransitions.Move;
import dev.linekeeper.service.requests.Transactions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Stores the moves of requests that are applied at the same time: what comes while a transaction is under way goes together
 * in the next one. Of the audit trail there is one end, so transactions that add to it come one after the other however many
 * there are. A move is stored when its call returns. Thread-safe.
 */
final class MovesTogether {
    private final RequestTransitions transitions;
    private final Transactions transactions;
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock storing = new ReentrantLock();

    /** The answer is empty where the move may not be made any more. */
    private record Waiting(Move move, BooleanSupplier may, CompletableFuture<Optional<Replaced>> answer) {}

    MovesTogether(RequestTransitions transitions, Transactions transactions) {
        this.transitions = transitions;
        this.transactions = transactions;
    }

    Replaced move(Stored before, Request after) {
        return move(before, after, () -> true).orElseThrow();
    }

    /**
     * Stores a move if it may be made.
     *
     * @param may asked within the transaction, before anything is stored
     * @return empty when it may not
     */
    Optional<Replaced> move(Stored before, Request after, BooleanSupplier may) {
        var mine = new Waiting(new Move(before, after), may, new CompletableFuture<>());
        waiting.add(mine);
        storing.lock();
        try {
            if (!mine.answer().isDone()) {
                storeWaiting();
            }
        } finally {
            storing.unlock();
        }
        return mine.answer().isCompletedExceptionally()
                ? alone(mine)
                : mine.answer().resultNow();
    }

    /**
     * The failure may be another's, so each stores its own. Whether they were not stored all the same nobody knows: who comes
     * too late then may have come before, and has to look again.
     */
    private Optional<Replaced> alone(Waiting mine) {
        Optional<Replaced> stored = store(List.of(mine)).getFirst();
        if (stored.isPresent() && !(stored.get() instanceof Replaced.Done)) {
            throw new IllegalStateException(mine.answer().exceptionNow());
        }
        return stored;
    }

    private void storeWaiting() {
        // Rows are locked in their order, so that two of these do not wait for each other.
        List<Waiting> all = Stream.generate(waiting::poll)
                .takeWhile(Objects::nonNull)
                .sorted(Comparator.comparingLong(one -> one.move().before().id().number()))
                .toList();
        try {
            List<Optional<Replaced>> stored = store(all);
            for (int at = 0; at < all.size(); at++) {
                all.get(at).answer().complete(stored.get(at));
            }
        } catch (RuntimeException ofOneOfThem) {
            all.forEach(one -> one.answer().completeExceptionally(ofOneOfThem));
        }
    }

    private List<Optional<Replaced>> store(List<Waiting> all) {
        return transactions.run(() -> {
            List<Optional<Move>> moves = all.stream()
                    .map(one -> Optional.of(one.move()).filter(_ -> one.may().getAsBoolean()))
                    .toList();
            return transitions.moveAll(moves);
        });
    }
}
