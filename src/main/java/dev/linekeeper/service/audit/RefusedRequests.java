package dev.linekeeper.service.audit;

import dev.linekeeper.service.metrics.Measurement;
import dev.linekeeper.service.metrics.Metric;
import dev.linekeeper.service.metrics.MetricSource;
import dev.linekeeper.service.metrics.Tally;
import dev.linekeeper.service.tenant.FailedCall;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Requests that were refused before anybody knew whose they were. Anyone can send as many as they like, so they are counted
 * and become one record a reason with their number, each time {@link #record} is called. Thread-safe.
 */
public final class RefusedRequests implements MetricSource {
    /** Why they were refused, in the words of the trail; a closed list, as it bounds how many records there can be. */
    public enum RequestRefusal {
        NO_TOKEN,
        AUTHORIZATION_MALFORMED,
        TOKEN_NOT_GOOD,
        NOT_THIS_MACHINE
    }

    /** A token that nobody can check for want of signing keys is no refusal in the trail: Teams sends the message again. */
    private static final String UNCHECKED = "keys-unavailable";

    private final AuditTrail trail;
    private final Clock clock;
    private final ConcurrentMap<RequestRefusal, Long> counts = new ConcurrentHashMap<>();
    private final Tally tally = new Tally(Metric.REFUSED).known(UNCHECKED);

    public RefusedRequests(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
        for (RequestRefusal why : RequestRefusal.values()) {
            tally.known(FailedCall.label(why));
        }
    }

    public void count(RequestRefusal reason) {
        counts.merge(reason, 1L, Long::sum);
        tally.add(FailedCall.label(reason));
    }

    /** Counts a message whose token could not be checked, as the signing keys could not be read. */
    public void unchecked() {
        tally.add(UNCHECKED);
    }

    @Override
    public String source() {
        return "requests";
    }

    @Override
    public List<Measurement> measurements() {
        return tally.measurements().toList();
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
