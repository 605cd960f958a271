package dev.linekeeper.service.audit;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import dev.linekeeper.service.audit.AuditTrail.Verification.ChainBroken;
import dev.linekeeper.service.audit.AuditTrail.Verification.ChainWhole;
import dev.linekeeper.service.metrics.Measurement;
import dev.linekeeper.service.metrics.Metric;
import dev.linekeeper.service.metrics.MetricSource;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the audit chain for one process: looks at its head, follows it as a whole, and notes it elsewhere. While anything
 * is wrong nothing more is noted, so that the last good point stays the newest. Thread-safe.
 */
public final class AuditWatch implements MetricSource {
    private static final Logger log = LoggerFactory.getLogger(AuditWatch.class);

    private final AuditTrail trail;
    private final AuditAnchors anchors;
    private final Clock clock;
    private volatile Optional<Verification> head = Optional.empty();
    private volatile Optional<Verification> whole = Optional.empty();
    private volatile Optional<Instant> wholeAt = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();

    public AuditWatch(AuditTrail trail, AuditAnchors anchors, Clock clock) {
        this.trail = trail;
        this.anchors = anchors;
        this.clock = clock;
    }

    /** The point that was noted last outside of the database. */
    public Optional<AuditAnchor> noted() {
        return kept(AuditAnchors::newest, Optional.empty());
    }

    /** Everything about a request. The whole chain is followed for it. */
    public EvidencePack evidence(RequestId request) {
        return new EvidencePack(request, clock.instant(), checkWhole(), trail.of(request));
    }

    /**
     * Notes that somebody took records away.
     *
     * @param who the name at the shell, as far as one is known there
     */
    public void noteTaken(String command, String who, AuditSelection taken) {
        trail.append(new AuditEntry(
                clock.instant(),
                Optional.empty(),
                Action.READ,
                taken.request(),
                taken.person(),
                Map.of("command", command, "shellUser", who, "taken", taken.text())));
    }

    /**
     * Notes that somebody at a shell asks for something in a person's name.
     *
     * @param who the account there, as the operating system names it
     * @param asked what was asked for; empty before anything was
     */
    public void noteActing(String command, String who, UserId requester, Optional<RequestId> asked) {
        trail.append(new AuditEntry(
                clock.instant(),
                Optional.of(requester),
                Action.READ,
                asked,
                Optional.empty(),
                Map.of("command", command, "shellUser", who)));
    }

    /** Notes that somebody erased what is kept of a person, who is not named any more. */
    public void noteErased(String who, int records) {
        trail.append(new AuditEntry(
                clock.instant(),
                Optional.empty(),
                Action.READ,
                Optional.empty(),
                Optional.empty(),
                Map.of("command", "audit erase", "shellUser", who, "records", Integer.toString(records))));
    }

    /** What was found wrong with the chain, until it is followed as a whole again and nothing is. */
    public Optional<ChainBroken> fault() {
        return broken(whole).or(() -> broken(head));
    }

    /** When this process followed the whole chain last, and found nothing wrong with it. */
    public Optional<Instant> wholeAt() {
        return wholeAt;
    }

    /** Why the chain could not be looked at, or its newest record not be noted elsewhere; empty when both was done. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Keeps in mind that a look at the chain failed. */
    public void failed(RuntimeException why) {
        log.warn("action=watch-audit outcome=failed", why);
        trouble = Optional.of(why.toString());
    }

    /** The point of the chain that was found good last. */
    public Optional<AuditAnchor> found() {
        return head.filter(ChainWhole.class::isInstance).map(it -> ((ChainWhole) it).anchor());
    }

    /** Looks at the newest record and the one noted last; quick. */
    public void checkHead() {
        head = Optional.of(told(head, trail.verifyHead(kept(AuditAnchors::newest, Optional.empty()))));
    }

    /** Follows the whole chain; reads every record. */
    public Verification checkWhole() {
        Verification found = trail.verify(kept(AuditAnchors::all, List.of()));
        whole = Optional.of(told(whole, found));
        if (found instanceof ChainWhole) {
            wholeAt = Optional.of(clock.instant());
            checkHead();
        }
        return found;
    }

    /** Looks at the head, and notes it in the log and outside of the database when it has moved on. */
    public void anchor() {
        trouble = Optional.empty();
        checkHead();
        if (fault().isEmpty()) {
            long last = kept(AuditAnchors::newest, Optional.<AuditAnchor>empty())
                    .map(AuditAnchor::records)
                    .orElse(0L);
            found().filter(point -> point.records() > last).ifPresent(this::note);
        }
    }

    private void note(AuditAnchor point) {
        log.info("action=anchor-audit records={} head={}", point.records(), point.head());
        try {
            anchors.note(point, clock.instant());
        } catch (UncheckedIOException unwritable) {
            failed(unwritable);
        }
    }

    private <T> T kept(Function<AuditAnchors, T> reading, T otherwise) {
        try {
            return reading.apply(anchors);
        } catch (UncheckedIOException unreadable) {
            failed(unreadable);
            return otherwise;
        }
    }

    @Override
    public String source() {
        return "audit";
    }

    @Override
    public List<Measurement> measurements() {
        return Stream.of(
                        found().map(at -> Metric.AUDIT_RECORDS.of(at.records())),
                        Optional.of(Metric.AUDIT_BROKEN.of(fault().isPresent() ? 1 : 0)),
                        Optional.of(Metric.AUDIT_TROUBLE.of(trouble().isPresent() ? 1 : 0)),
                        wholeAt()
                                .map(at -> Duration.between(at, clock.instant()).toSeconds())
                                .map(age -> Metric.AUDIT_VERIFIED.of(age)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Logs what is found broken, once. */
    private static Verification told(Optional<Verification> before, Verification now) {
        if (now instanceof ChainBroken(var record, var why) && !before.equals(Optional.of(now))) {
            log.error("action=verify-audit outcome=broken record={} why=\"{}\"", record, why);
        }
        return now;
    }

    private static Optional<ChainBroken> broken(Optional<Verification> found) {
        return found.filter(ChainBroken.class::isInstance).map(ChainBroken.class::cast);
    }
}
