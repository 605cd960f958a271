package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.InvokeResponse;
import dev.linekeeper.adapter.teams.auth.ActivityChecks;
import dev.linekeeper.adapter.teams.auth.Sender;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.chat.DeliveryLog;
import dev.linekeeper.chat.DeliveryLog.KeptActivity;
import dev.linekeeper.chat.FailureReference;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers what was acknowledged and not answered, because its process died or Teams did not take the answer: every replica
 * looks for it. Who sent it and what they may do is looked up anew. What is too old is not answered: the person is told.
 */
public final class AbandonedActivities implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(AbandonedActivities.class);

    private final DeliveryLog deliveryLog;
    private final Deliveries deliveries;
    private final ActivityChecks checks;
    private final TeamsAdapter adapter;
    private final TeamsBot bot;
    private final Replies replies;
    private final AsyncTaskExecutor turns;
    private final Clock clock;
    private volatile @Nullable Future<?> looking;

    AbandonedActivities(
            DeliveryLog deliveryLog,
            Deliveries deliveries,
            ActivityChecks checks,
            TeamsAdapter adapter,
            TeamsBot bot,
            Replies replies,
            AsyncTaskExecutor turns,
            Clock clock) {
        this.deliveryLog = deliveryLog;
        this.deliveries = deliveries;
        this.checks = checks;
        this.adapter = adapter;
        this.bot = bot;
        this.replies = replies;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public void start() {
        looking = turns.submit(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(TurnTimeouts.RENEWAL);
                look();
            }
            return null;
        });
    }

    @Override
    public void stop() {
        Future<?> running = looking;
        if (running != null) {
            running.cancel(true);
            looking = null;
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    private void look() {
        Instant now = clock.instant();
        try {
            deliveryLog
                    .abandoned(now, now.minus(TurnTimeouts.DEAD))
                    .forEach(kept -> turns.execute(() -> take(kept, now)));
        } catch (RuntimeException unreadable) {
            log.warn("action=answer-later outcome=store-unavailable detail={}", unreadable.getMessage());
        }
    }

    private void take(KeptActivity kept, Instant now) {
        try {
            switch (deliveryLog.begin(kept.id(), now, now.minus(TurnTimeouts.DEAD))) {
                case FIRST -> answer(kept, now);
                case ANSWERED -> deliveryLog.answered(kept.id(), now);
                case UNDER_WAY -> {}
            }
        } catch (ResponseStatusException refused) {
            log.warn("action=answer-later outcome=refused reason={}", refused.getReason());
            deliveryLog.answered(kept.id(), now);
        } catch (RuntimeException failure) {
            log.error("action=answer-later outcome=failed reference={}", FailureReference.fresh(), failure);
        }
    }

    private void answer(KeptActivity kept, Instant now) {
        ReceivedActivity received = ReceivedActivity.of(kept);
        checks.readmit(received.activity(), kept.serviceUrl());
        boolean isTooOld = kept.since().plus(TurnTimeouts.ANSWERABLE).isBefore(now);
        log.info(
                "action=answer-later type={} since={} lost={}",
                received.activity().getType(),
                kept.since(),
                isTooOld);
        Bot answering = isTooOld ? lost(received) : bot;
        deliveries.run(
                received,
                () -> adapter.process(
                        received.activity(),
                        checks.sender(received.activity()),
                        answering,
                        CompletableFuture.completedFuture(new InvokeResponse(200, null))));
    }

    /** Tells the person that they were not answered; nobody else, and nobody for what merely happened. */
    private Bot lost(ReceivedActivity received) {
        return turn -> {
            Sender sender = TeamsAdapter.sender(turn);
            if (sender instanceof KnownSender known && received.isOfAPerson()) {
                replies.say(turn, BotNotice.MESSAGE_LOST.in(known.caller().locale()));
            }
            return TeamsBot.done();
        };
    }
}
