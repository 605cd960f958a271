package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Request;
import dev.linekeeper.core.enrolment.Standing;
import dev.linekeeper.core.enrolment.StepDone;
import dev.linekeeper.core.enrolment.Stop;
import dev.linekeeper.core.tenant.Change;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.VoiceUser;
import dev.linekeeper.service.requests.Comparing.Seen;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.Pause;
import dev.linekeeper.service.tenant.Ticket;
import dev.linekeeper.service.tenant.TurnTooFar;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one step: read, compare, write, read back. Whatever an earlier try left behind, another one does no harm: what is
 * there already is not written again, and what somebody else changed is left alone.
 */
final class Stepping {
    private static final Logger log = LoggerFactory.getLogger(Stepping.class);

    private static final Duration JUST_NOW = Duration.ofSeconds(3);

    private final Comparing comparing;
    private final Writing writing;
    private final Judging judging;
    private final Patience patience;
    private final Pause pause;
    private final Clock clock;

    Stepping(Comparing comparing, Writing writing, Judging judging, Patience patience, Pause pause, Clock clock) {
        this.comparing = comparing;
        this.writing = writing;
        this.judging = judging;
        this.patience = patience;
        this.pause = pause;
        this.clock = clock;
    }

    /** Tries the next step; {@code lately} is what was read of the person before, and is used while it is fresh. */
    Attempt attempt(Request.Applying request, Fact<VoiceUser> lately) throws InterruptedException {
        try {
            var pauses = new Pauses(pause, clock, patience.readBack());
            Optional<Change> change = request.next().flatMap(step -> step.change());
            return change.isPresent()
                    ? change(request, change.get(), lately, pauses)
                    : judging.judge(request, pauses);
        } catch (TurnTooFar failure) {
            return new Attempt.NotYet(String.valueOf(failure.getMessage()), failure.retryAfter().orElse(Duration.ZERO));
        } catch (BackendFailure failure) {
            String detail =
                    "%s %s".formatted(failure.getMessage(), code(failure)).strip();
            return failure.worthRetrying()
                    ? new Attempt.Troubled(detail, failure.retryAfter(), Stop.Why.GAVE_UP)
                    : new Attempt.Halted(Stop.Why.REFUSED, detail);
        } catch (RuntimeException unforeseen) {
            log.error(
                    "action=apply request={} step={}",
                    request.id(),
                    request.done().size() + 1,
                    unforeseen);
            return new Attempt.Troubled(
                    "Something unforeseen: " + unforeseen.getClass().getSimpleName(),
                    Optional.empty(),
                    Stop.Why.GAVE_UP);
        }
    }

    private Attempt change(Request.Applying request, Change change, Fact<VoiceUser> lately, Pauses pauses)
            throws InterruptedException {
        Plan plan = request.terms().plan();
        Fact<VoiceUser> voice = isFresh(lately) ? lately : comparing.look(change);
        return switch (Comparing.seen(plan, change, voice)) {
            case Seen.Not(var why) -> new Attempt.Troubled(why, Optional.empty(), Stop.Why.GAVE_UP);
            case Seen.As(Standing.Unreadable(var kind)) -> unreadable(kind.type());
            case Seen.As(Standing.Done(var now)) -> new Attempt.Through(StepDone.How.ALREADY_THERE, now, voice);
            case Seen.As(Standing.Moved(var now)) -> new Attempt.Halted(Stop.Why.STATE_MOVED, "It is %s now".formatted(now));
            case Seen.As(Standing.Due(var now)) ->
                request.terms().rehearsal()
                        ? new Attempt.Through(StepDone.How.REHEARSED, now, voice)
                        : write(request, change, pauses);
        };
    }

    private Attempt write(Request.Applying request, Change change, Pauses pauses) throws InterruptedException {
        var key = new ChangeKey(request.id().toString(), request.done().size() + 1);
        log.info(
                "action=write key={} person={} change={}",
                key,
                change.person(),
                change.getClass().getSimpleName());
        Ticket ticket = writing.write(change, key);
        try {
            writing.follow(ticket, pauses);
        } finally {
            if (movesNumbers(change)) {
                comparing.readings().numbersChanged();
            }
        }
        String last;
        do {
            Fact<VoiceUser> voice = comparing.readings().voice(change.person());
            switch (Comparing.seen(request.terms().plan(), change, voice)) {
                case Seen.As(Standing.Done(var now)) -> {
                    return new Attempt.Through(StepDone.How.WRITTEN, now, voice);
                }
                case Seen.As(Standing.Due(var now)) -> last = now;
                case Seen.As(Standing.Moved(var now)) -> last = now;
                case Seen.As(Standing.Unreadable(var kind)) -> last = kind.type() + " was not reported";
                case Seen.Not(var why) -> last = why;
            }
        } while (pauses.another());
        return new Attempt.Troubled(
                "Accepted, but when read back: %s".formatted(last), Optional.empty(), Stop.Why.NOT_SEEN);
    }

    private static boolean movesNumbers(Change change) {
        return switch (change) {
            case Change.ReleaseNumber _, Change.AssignNumber _ -> true;
            case Change.SwitchVoice _, Change.GrantPolicy _, Change.RevokePolicy _ -> false;
        };
    }

    private static Attempt unreadable(String what) {
        return new Attempt.Troubled(what + " was not reported", Optional.empty(), Stop.Why.GAVE_UP);
    }

    /** What the step before has just read back need not be read again. */
    private boolean isFresh(Fact<VoiceUser> lately) {
        return lately instanceof Fact.Known<VoiceUser>(_, _, var asOf)
                && asOf.plus(JUST_NOW).isAfter(clock.instant());
    }

    private static String code(BackendFailure failure) {
        return failure.code().isEmpty() ? "" : "(%s)".formatted(failure.code());
    }
}
