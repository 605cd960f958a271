package dev.linekeeper.service.bulk;

import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.BatchStage.Hold;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.requests.BatchStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a member of a batch may begin. Every job asks before it begins one, so that what somebody says holds on every
 * replica from then on, and a process that is killed leaves nothing to be put right.
 */
public record BatchStarts(BatchStore store, FreezeWindows freeze, Clock clock) {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration AT_THE_LATEST = Duration.ofHours(1);

    /** How long to wait before asking again; empty when it may begin. What was begun before goes on but in a freeze. */
    public Optional<Duration> wait(Request.Approved member) {
        return member.terms()
                .batch()
                .flatMap(batch -> store.stage(batch).flatMap(stored -> {
                    Instant now = clock.instant();
                    return freeze.until(now)
                            .map(until -> Duration.between(now, until))
                            .or(() ->
                                    member.isUntouched() ? wait(batch, stored.stage(), member, now) : Optional.empty());
                }));
    }

    /** The longer nobody may begin, the less often it is asked; whoever goes on brings the jobs forward. */
    private Optional<Duration> wait(RequestId batch, BatchStage stage, Request.Approved member, Instant now) {
        if (!(stage instanceof BatchUnderWay under)) {
            return Optional.empty();
        }
        boolean isOneOfTheOthers = (!under.canary().isEmpty() && !under.canary().contains(member.id()))
                || new Turns(store).waits(member, batch, under);
        return under.hold()
                .map(Hold::at)
                .or(() -> Optional.of(under.since()).filter(_ -> isOneOfTheOthers))
                .map(since -> Duration.between(member.terms().notBeforeStart(since), now))
                .map(so -> so.compareTo(SOON) < 0 ? SOON : so.compareTo(AT_THE_LATEST) > 0 ? AT_THE_LATEST : so);
    }
}
