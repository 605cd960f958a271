package dev.linekeeper.service.digest;

import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the digest of a week and has it told, once. */
public record WeeklyDigest(
        DigestReading reading, DigestStore store, AdminNews news, Transactions transactions, Clock clock) {
    /** The kind of news a digest is; its subject is the day. */
    public static final String KIND = "digest";

    private static final Logger log = LoggerFactory.getLogger(WeeklyDigest.class);

    /**
     * Makes the one that is due; nothing when it is made already. What is kept and what is told are one transaction.
     *
     * @throws dev.linekeeper.service.tenant.BackendFailure when the directory cannot be read
     */
    public void run(DigestTime time) {
        LocalDate day = time.last(clock.instant());
        if (store.until(day, 1).stream().anyMatch(last -> last.day().equals(day))) {
            return;
        }
        DigestFigures figures = reading.take(day, _ -> {});
        boolean isFirst = transactions.run(() -> {
            boolean added = store.add(figures);
            if (added) {
                news.post(KIND, day.toString());
            }
            return added;
        });
        log.info(
                "action=digest day={} ready={} broken={} unknown={} first={}",
                day,
                figures.ready(),
                figures.broken(),
                figures.unknown(),
                isFirst);
    }
}
