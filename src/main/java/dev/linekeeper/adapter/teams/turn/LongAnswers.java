package dev.linekeeper.adapter.teams.turn;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.AnswerProgress;
import dev.linekeeper.chat.ProgressPace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Shows how far answers are that take long, within two seconds and again and again until they are there. Thread-safe. */
public final class LongAnswers {
    private static final Duration AT_FIRST = Duration.ofSeconds(1);

    private final TurnTimer timer;
    private final Clock clock;

    LongAnswers(TurnTimer timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    /** The answer; {@code show} is given what is there so far, on other threads, and is not at it any more when this returns. */
    Answer of(Supplier<Answer> answering, Consumer<Answer> show) {
        var awaited = new AwaitedAnswer(show, clock.instant());
        awaited.lookAfter(AT_FIRST);
        try {
            return awaited.progress.of(answering);
        } finally {
            awaited.end();
        }
    }

    private final class AwaitedAnswer {
        private final AnswerProgress progress = new AnswerProgress();
        private final ReentrantLock showing = new ReentrantLock();
        private final Consumer<Answer> show;
        private final Instant since;
        private boolean isThere;
        private volatile Future<?> next = CompletableFuture.completedFuture(null);

        AwaitedAnswer(Consumer<Answer> show, Instant since) {
            this.show = show;
            this.since = since;
        }

        void lookAfter(Duration time) {
            next = timer.after(time, this::look);
        }

        private void look() {
            showing.lock();
            try {
                if (!isThere) {
                    progress.soFar().ifPresent(show);
                    lookAfter(ProgressPace.of(since, clock.instant()));
                }
            } finally {
                showing.unlock();
            }
        }

        void end() {
            next.cancel(false);
            showing.lock();
            try {
                isThere = true;
            } finally {
                showing.unlock();
            }
        }
    }
}
