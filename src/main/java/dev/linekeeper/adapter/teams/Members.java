package dev.linekeeper.adapter.teams;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who belongs to the organisation. Activities do not tell guests from members, the directory does: it knows no guests.
 * Members are remembered for a while, so that not every turn asks.
 */
final class Members {
    /** What is known of somebody. */
    enum Standing {
        MEMBER,
        OUTSIDER,
        /** The directory cannot be asked: nobody new is let in meanwhile (T1). */
        UNKNOWN
    }

    private static final Logger log = LoggerFactory.getLogger(Members.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Directory directory;
    private final Clock clock;
    private final Map<UserId, Instant> seen = new ConcurrentHashMap<>();

    Members(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    Standing of(UserId person) {
        Instant now = clock.instant();
        Instant last = seen.get(person);
        if (last != null && now.isBefore(last.plus(REMEMBERED))) {
            return Standing.MEMBER;
        }
        try {
            if (directory.find(person).isEmpty()) {
                seen.remove(person);
                return Standing.OUTSIDER;
            }
            seen.put(person, now);
            return Standing.MEMBER;
        } catch (BackendFailure failure) {
            log.warn("action=check-member person={} outcome=unknown kind={}", person, failure.kind());
            return Standing.UNKNOWN;
        }
    }
}
