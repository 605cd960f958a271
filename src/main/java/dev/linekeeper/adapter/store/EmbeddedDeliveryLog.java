package dev.linekeeper.adapter.store;

import dev.linekeeper.chat.DeliveryLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The log of an embedded database, which belongs to one process: who is at an activity is known in memory and ends with the
 * process, and what was answered is written in one statement. Each commit there is a write to the disk, which answers
 * that end together share. Thread-safe.
 */
final class EmbeddedDeliveryLog implements DeliveryLog {
    private static final String ANSWERED = "merge into seen_activity (at, id, answered) key (id) values (?, ?, true)";

    private static final Duration A_MOMENT = Duration.ofMillis(5);

    private final JdbcDeliveryLog stored;
    private final JdbcTransactions transactions;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Queue<AnsweredNote> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /** What is to be written; {@code written} ends with its commit. */
    private record AnsweredNote(String id, Instant at, CompletableFuture<Instant> written) {}

    EmbeddedDeliveryLog(JdbcDeliveryLog stored, JdbcTransactions transactions) {
        this.stored = stored;
        this.transactions = transactions;
    }

    @Override
    public DeliveryState begin(String id, Instant now, Instant deadBefore) {
        if (!underWay.add(id)) {
            return DeliveryState.UNDER_WAY;
        }
        boolean isNew = false;
        try {
            isNew = !stored.isAnswered(id);
        } finally {
            if (!isNew) {
                underWay.remove(id);
            }
        }
        return isNew ? DeliveryState.FIRST : DeliveryState.ANSWERED;
    }

    /** A turn that is slow to say so is there all the same. */
    @Override
    public void renew(String id, Instant now) {}

    /** Those who wait for the disk meanwhile are written by whoever comes next, all of them in one commit. */
    @Override
    public void answered(String id, Instant now) {
        var note = new AnsweredNote(id, now, new CompletableFuture<>());
        waiting.add(note);
        writing.lock();
        try {
            if (!note.written().isDone()) {
                awaitOthers();
                write();
            }
        } finally {
            writing.unlock();
        }
        if (note.written().isCompletedExceptionally() && note.written().exceptionNow() instanceof RuntimeException e) {
            throw e;
        }
    }

    /** The answer is with the person already; what follows within a moment need not be a commit of its own. */
    private void awaitOthers() {
        if (underWay.size() > waiting.size()) {
            try {
                Thread.sleep(A_MOMENT);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void write() {
        var notes = new ArrayList<AnsweredNote>();
        for (var note = waiting.poll(); note != null; note = waiting.poll()) {
            notes.add(note);
        }
        try {
            transactions.run(() -> {
                notes.forEach(note -> stored.noteAnswered(note.id(), note.at(), ANSWERED));
                return notes.size();
            });
        } catch (RuntimeException failure) {
            notes.forEach(note -> note.written().completeExceptionally(failure));
            return;
        } finally {
            notes.forEach(note -> underWay.remove(note.id()));
        }
        notes.forEach(note -> note.written().complete(note.at()));
    }

    @Override
    public void unanswered(String id) {
        underWay.remove(id);
    }

    @Override
    public void forget(String id) {
        stored.forget(id);
    }

    @Override
    public void keep(KeptActivity activity, Instant due) {
        stored.keep(activity, due);
    }

    @Override
    public List<KeptActivity> abandoned(Instant now, Instant deadBefore) {
        return stored.abandoned(now, deadBefore).stream()
                .filter(kept -> !underWay.contains(kept.id()))
                .toList();
    }
}
