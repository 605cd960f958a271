package dev.linekeeper.service.audit;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Requests that were refused before anybody knew whose they were. Anyone can send as many as they like, so they are counted
 * and become one record a reason with their number, each time {@link #record} is called. Thread-safe.
 */
public final class RefusedRequests {
    /** Why they were refused, in the words of the trail; a closed list, as it bounds how many records there can be. */
    public enum RequestRefusal {
        NO_TOKEN,
        AUTHORIZATION_MALFORMED,
        TOKEN_NOT_GOOD,
        NOT_THIS_MACHINE
    }

    private final AuditTrail trail;
    private final Clock clock;
    private final ConcurrentMap<RequestRefusal, Long> counts = new ConcurrentHashMap<>();

    public RefusedRequests(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    public void count(RequestRefusal reason) {
        counts.merge(reason, 1L, Long::sum);
    }

    /** Records what was counted since the last time. What cannot be recorded counts on. */
    public synchronized void record() {
        for (RequestRefusal reason : RequestRefusal.values()) {
            long number = counts.getOrDefault(reason, 0L);
            if (number > 0) {
                trail.append(AuditEntry.refused(
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("tried", "request", "why", reason.name(), "requests", Long.toString(number))));
                counts.merge(reason, -number, Long::sum);
            }
        }
    }
}
