package dev.linekeeper.adapter.teams.turn;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.microsoft.bot.schema.Activity;
import dev.linekeeper.settings.LinekeeperProperties;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How much of one person, and of one conversation, is answered: {@code linekeeper.pace}. What is beyond it is not done, nor
 * done later, so that nobody makes the others wait. Thread-safe.
 */
public final class IncomingPace {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int REMEMBERED = 50_000;

    private final LoadingCache<String, Bucket> people;
    private final LoadingCache<String, Bucket> conversations;
    private final LoadingCache<String, Bucket> told = buckets(6);

    IncomingPace(LinekeeperProperties settings) {
        this.people = buckets(settings.pace().perPerson());
        this.conversations = buckets(settings.pace().perConversation());
    }

    private static LoadingCache<String, Bucket> buckets(int aMinute) {
        return Caffeine.newBuilder()
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .maximumSize(REMEMBERED)
                .build(_ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, MINUTE))
                        .build());
    }

    /** Whether the activity may be answered; it then counts. */
    boolean admits(Activity activity) {
        return people.get(activity.getFrom().getId()).tryConsume(1)
                && conversations.get(activity.getConversation().getId()).tryConsume(1);
    }

    /** Whether the sender may be told that a message was not answered: a few times a minute, as telling costs, too. */
    boolean mayTell(Activity activity) {
        return told.get(activity.getFrom().getId()).tryConsume(1);
    }
}
