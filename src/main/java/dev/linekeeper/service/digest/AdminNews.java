package dev.linekeeper.service.digest;

import dev.linekeeper.service.requests.JobQueue;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.util.Optional;

/**
 * News for voice admins that nobody asked for. It goes to the admin channel, or, where none is chosen, to every voice admin who has a
 * chat with the bot. Kept in the store and sent by a job, within the caller's transaction when there is one: it outlives the process
 * and is told exactly when that is committed. What is kept is the kind and the subject; the card is made when it is sent, by the
 * {@code chat.digest.NewsCards} of the kind, so that it says what is true then.
 */
public record AdminNews(NewsStore store, JobQueue jobs, Transactions transactions, Clock clock) {
    /** The longest subject. */
    public static final int LONGEST = 200;

    /**
     * Tells news, once: the second time for the same kind and subject it does nothing, whichever replica asks.
     *
     * @param kind that of a {@code NewsCards}; stored, so that it is never renamed
     * @param subject tells it apart from others of its kind, such as {@code drift:2026-W48} or an object id; at most {@link #LONGEST}
     *     characters, and nothing personal but object ids, by which it is erased
     * @return the news; empty when it had been told
     */
    public Optional<NewsItem> post(String kind, String subject) {
        if (subject.length() > LONGEST) {
            throw new IllegalArgumentException("The subject of news is too long: %s".formatted(subject));
        }
        return transactions.run(() -> {
            var added = store.add(kind, subject, clock.instant());
            added.ifPresent(item -> jobs.announce(item.number(), item.version()));
            return added;
        });
    }

    /** Has the cards of news made anew, such as when somebody has dealt with it; nothing when it was never told. */
    public Optional<NewsItem> changed(String kind, String subject) {
        return transactions.run(() -> {
            var changed = store.change(kind, subject);
            changed.ifPresent(item -> jobs.announce(item.number(), item.version()));
            return changed;
        });
    }
}
