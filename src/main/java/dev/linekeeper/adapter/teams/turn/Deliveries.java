package dev.linekeeper.adapter.teams.turn;

import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.chat.DeliveryLog.DeliveryState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has each activity answered once, however often and to whichever replica Teams delivers it. It is noted when its answer was
 * taken, not when it arrives: who gets it again while another process answers waits for the end, and answers it when that
 * process died. What could not be answered is kept for {@link AbandonedActivities}. Thread-safe.
 */
public final class Deliveries {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final BestEffortAddresses addresses;
    private final TurnTimer timer;
    private final Clock clock;

    Deliveries(BestEffortAddresses addresses, TurnTimer timer, Clock clock) {
        this.addresses = addresses;
        this.timer = timer;
        this.clock = clock;
    }

    /**
     * Runs the turn, which returns whether the activity is answered; not when it was answered before, or is a press that somebody
     * else is at. Whether the turn was run.
     */
    boolean once(ReceivedActivity received, BooleanSupplier turn) throws InterruptedException {
        DeliveryState state = begin(received);
        while (state == DeliveryState.UNDER_WAY && !received.isInvoke()) {
            Thread.sleep(BETWEEN_LOOKS);
            state = begin(received);
        }
        if (state == DeliveryState.FIRST) {
            run(received, turn);
            return true;
        }
        log.info("action=receive type={} outcome=repeated", received.activity().getType());
        if (state == DeliveryState.UNDER_WAY) {
            keep(received);
        }
        return false;
    }

    private DeliveryState begin(ReceivedActivity received) {
        Instant now = clock.instant();
        return addresses.begin(received.kept().id(), now, now.minus(TurnTimeouts.DEAD));
    }

    /**
     * Does what people may ask for again though it is to be done once. False when it was done before, or somebody is at it.
     *
     * @param work returns whether it is done with
     */
    boolean unlessDone(String key, BooleanSupplier work) {
        Instant now = clock.instant();
        boolean isFirst = addresses.begin(key, now, now.minus(TurnTimeouts.DEAD)) == DeliveryState.FIRST;
        if (isFirst) {
            run(key, work, () -> {});
        }
        return isFirst;
    }

    /** Runs the turn of an activity that was begun, and notes how it ended. */
    void run(ReceivedActivity received, BooleanSupplier turn) {
        run(received.kept().id(), turn, () -> keep(received));
    }

    private void run(String id, BooleanSupplier turn, Runnable otherwise) {
        Future<?> renewal = timer.every(TurnTimeouts.RENEWAL, () -> addresses.renew(id, clock.instant()));
        boolean isAnswered = false;
        try {
            isAnswered = turn.getAsBoolean();
        } finally {
            renewal.cancel(false);
            boolean isStopped = Thread.interrupted(); // which would close the database's file under everybody
            if (!isAnswered) {
                otherwise.run();
            }
            addresses.ended(id, isAnswered, clock.instant());
            if (isStopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Keeps the activity until it is answered; it is tried again after as long as it has waited. */
    void keep(ReceivedActivity received) {
        if (received.canBeAnsweredLater()) {
            Instant now = clock.instant();
            Duration waited = Duration.between(received.kept().since(), now);
            Duration wait = waited.compareTo(TurnTimeouts.DEAD) > 0 ? waited : TurnTimeouts.DEAD;
            addresses.keep(received.kept(), now.plus(wait));
        }
    }
}
