package dev.linekeeper.service.tenant.gathering;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.limit.CallLane;
import dev.linekeeper.service.tenant.reading.Parallel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Collects what many runs ask for at the same time and answers it in rounds. A round begins after everything in it was asked
 * for, so its answers are as fresh as if each had been asked for alone; it goes when as many have asked as there are runs, or
 * after {@link RunsInFlight#linger}. Thread-safe.
 *
 * @param <Q> what is asked
 * @param <A> the answer
 */
final class Gathering<Q, A> {
    private final RunsInFlight runs;
    private final Duration patience;
    private final Consumer<List<Question<Q, A>>> round;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private List<Question<Q, A>> waiting = new ArrayList<>();
    private boolean collecting;

    /** Something asked for, and where its answer goes. */
    record Question<Q, A>(Q asked, CompletableFuture<A> answer) {}

    /**
     * Answers in rounds.
     *
     * @param patience how long the next round waits for the one before to end: what comes meanwhile goes together
     * @param round answers every question, or throws what all of them fail with
     */
    Gathering(RunsInFlight runs, Duration patience, Consumer<List<Question<Q, A>>> round) {
        this.runs = runs;
        this.patience = patience;
        this.round = round;
    }

    /** The answer of the next round; fails as the round does. */
    A ask(Q asked) {
        var question = new Question<Q, A>(asked, new CompletableFuture<>());
        lock.lock();
        try {
            waiting.add(question);
            came.signal();
            if (!collecting) {
                collecting = true;
                Thread.startVirtualThread(() -> CallLane.BULK.run(this::rounds));
            }
        } finally {
            lock.unlock();
        }
        return awaited(question.answer());
    }

    private void rounds() {
        try {
            for (var next = next(); !next.isEmpty(); next = next()) {
                var questions = next;
                Thread.startVirtualThread(() -> answer(questions)).join(patience);
            }
        } catch (InterruptedException never) {
            throw new IllegalStateException("Nobody has this thread to stop it", never);
        }
    }

    private List<Question<Q, A>> next() throws InterruptedException {
        lock.lock();
        try {
            long left = runs.linger().toNanos();
            while (!waiting.isEmpty() && waiting.size() < runs.count() && left > 0) {
                left = came.awaitNanos(left);
            }
            collecting = !waiting.isEmpty();
            var taken = waiting;
            waiting = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void answer(List<Question<Q, A>> questions) {
        try {
            round.accept(questions);
        } catch (RuntimeException | Error failure) {
            questions.forEach(question -> question.answer().completeExceptionally(failure));
        } finally {
            questions.stream()
                    .map(Question::answer)
                    .filter(answer -> !answer.isDone())
                    .forEach(answer ->
                            answer.completeExceptionally(new IllegalStateException("A round left somebody out")));
        }
    }

    /** Answers each question by itself, side by side, and the same question once; each fails alone. */
    static <Q, A> void answerAlone(List<Question<Q, A>> questions, Function<Q, A> one) {
        Parallel.run(questions.stream().collect(Collectors.groupingBy(Question::asked)).entrySet().stream()
                .<Runnable>map(same -> () -> {
                    try {
                        A answer = one.apply(same.getKey());
                        same.getValue().forEach(question -> question.answer().complete(answer));
                    } catch (RuntimeException | Error failure) {
                        same.getValue().forEach(question -> question.answer().completeExceptionally(failure));
                    }
                })
                .toList());
    }

    private static <A> A awaited(CompletableFuture<A> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BackendFailure(FailureKind.TRANSIENT, "Stopped while others were asked for too");
        }
    }
}
