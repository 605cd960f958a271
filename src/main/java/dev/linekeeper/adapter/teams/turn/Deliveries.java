package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.linekeeper.adapter.teams.auth.DeliveryKey;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.adapter.teams.turn.TeamsAdapter.TurnResult;
import dev.linekeeper.chat.Addresses.DeliveryState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Has each activity answered once, however often and to whichever replica Teams delivers it. It is noted when its answer was
 * taken, not when it arrives: who gets it again while another process answers waits for the end, and answers it when that
 * process died. Thread-safe.
 */
public final class Deliveries {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final BestEffortAddresses addresses;
    private final AsyncTaskExecutor turns;
    private final Clock clock;

    Deliveries(BestEffortAddresses addresses, AsyncTaskExecutor turns, Clock clock) {
        this.addresses = addresses;
        this.turns = turns;
        this.clock = clock;
    }

    /** The result of the turn; empty when the activity was answered before, or is a press that somebody else is at. */
    Optional<TurnResult> once(Activity activity, Supplier<TurnResult> turn) throws InterruptedException {
        if (activity.getId() == null || activity.getId().isBlank()) {
            return Optional.of(turn.get());
        }
        String key = DeliveryKey.of(activity);
        DeliveryState state = begin(key);
        while (state == DeliveryState.UNDER_WAY && !activity.isType(ActivityTypes.INVOKE)) {
            Thread.sleep(BETWEEN_LOOKS);
            state = begin(key);
        }
        if (state != DeliveryState.FIRST) {
            log.info("action=receive type={} outcome=repeated", activity.getType());
            return Optional.empty();
        }
        boolean isAnswered = false;
        try {
            TurnResult result = renewing(key, turns.submit(turn::get));
            isAnswered = result.isAnswered();
            return Optional.of(result);
        } finally {
            addresses.ended(key, isAnswered, clock.instant());
        }
    }

    private DeliveryState begin(String key) {
        Instant now = clock.instant();
        return addresses.begin(key, now, now.minus(TurnTimeouts.DEAD));
    }

    private TurnResult renewing(String key, Future<TurnResult> turn) throws InterruptedException {
        while (!AnswerWait.ends(turn, TurnTimeouts.RENEWAL)) {
            addresses.renew(key, clock.instant());
        }
        return AnswerWait.result(turn);
    }
}
