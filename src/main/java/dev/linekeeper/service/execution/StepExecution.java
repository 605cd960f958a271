package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.StepState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StepStopped;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.limit.LocalRateLimitExceeded;
import dev.linekeeper.service.tenant.limit.Sleeper;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one step of a plan: read, compare, write, read back. Another try is safe whatever an earlier one left behind: a
 * setting that is there already is not written again, and one that somebody else changed is left alone.
 */
public final class StepExecution {
    private static final Logger log = LoggerFactory.getLogger(StepExecution.class);

    private static final Duration JUST_NOW = Duration.ofSeconds(3);

    private final TenantReader readings;
    private final ChangeWriter writing;
    private final FinalCheck judging;
    private final RetryPolicy patience;
    private final Sleeper pause;
    private final Clock clock;

    public StepExecution(
            TenantReader readings,
            ChangeWriter writing,
            FinalCheck judging,
            RetryPolicy patience,
            Sleeper pause,
            Clock clock) {
        this.readings = readings;
        this.writing = writing;
        this.judging = judging;
        this.patience = patience;
        this.pause = pause;
        this.clock = clock;
    }

    /** Tries the next step; {@code lately} is what was read of the person before, and is used while it is fresh. */
    StepResult attempt(Request.Applying request, Fact<VoiceUser> lately) throws InterruptedException {
        try {
            var pauses = new ReadBackPauses(pause, clock, patience.readBack());
            Optional<Change> change = request.next().flatMap(step -> step.change());
            return change.isPresent() ? change(request, change.get(), lately, pauses) : judging.judge(request, pauses);
        } catch (LocalRateLimitExceeded failure) {
            return new StepResult.Retry(
                    String.valueOf(failure.getMessage()),
                    Optional.of(failure.retryAfter().orElse(Duration.ZERO)),
                    false,
                    StepStopped.StopReason.GAVE_UP);
        } catch (BackendFailure failure) {
            String detail =
                    "%s %s".formatted(failure.getMessage(), code(failure)).strip();
            return failure.worthRetrying()
                    ? new StepResult.Retry(detail, failure.retryAfter(), true, StepStopped.StopReason.GAVE_UP)
                    : new StepResult.Failed(StepStopped.StopReason.REFUSED, detail);
        } catch (RuntimeException unforeseen) {
            log.error(
                    "action=apply request={} step={}",
                    request.id(),
                    request.done().size() + 1,
                    unforeseen);
            return new StepResult.Retry(
                    "Something unforeseen: " + unforeseen.getClass().getSimpleName(), StepStopped.StopReason.GAVE_UP);
        }
    }

    private StepResult change(Request.Applying request, Change change, Fact<VoiceUser> lately, ReadBackPauses pauses)
            throws InterruptedException {
        Fact<VoiceUser> voice = isFresh(lately) ? lately : read(change.person());
        var state = StepState.of(request.terms().plan(), change, voice);
        return switch (state.progress()) {
            case UNREADABLE -> new StepResult.Retry(state.seen(), StepStopped.StopReason.GAVE_UP);
            case DONE -> new StepResult.Succeeded(StepDone.How.ALREADY_THERE, state.seen(), voice);
            case MOVED ->
                new StepResult.Failed(StepStopped.StopReason.STATE_MOVED, "It is %s now".formatted(state.seen()));
            case DUE ->
                request.terms().rehearsal()
                        ? new StepResult.Succeeded(StepDone.How.REHEARSED, state.seen(), voice)
                        : write(request, change, pauses);
        };
    }

    /**
     * What Teams voice knows of the person now.
     *
     * @throws LocalRateLimitExceeded when the tenant was not even asked
     */
    private Fact<VoiceUser> read(UserId person) {
        try {
            return readings.voiceInTurn(person);
        } catch (LocalRateLimitExceeded notNow) {
            throw notNow;
        } catch (BackendFailure failure) {
            return Fact.missing(String.valueOf(failure.getMessage()));
        }
    }

    private StepResult write(Request.Applying request, Change change, ReadBackPauses pauses)
            throws InterruptedException {
        var key = new ChangeKey(request.id().toString(), request.done().size() + 1);
        log.info(
                "action=write key={} person={} change={}",
                key,
                change.person(),
                change.getClass().getSimpleName());
        WriteReceipt ticket = writing.write(change, key);
        try {
            writing.follow(ticket, pauses);
        } finally {
            if (change instanceof Change.NumberChange) {
                readings.numbersChanged();
            }
        }
        StepState state;
        do {
            Fact<VoiceUser> voice = readings.voice(change.person());
            state = StepState.of(request.terms().plan(), change, voice);
            if (state.progress() == StepState.Progress.DONE) {
                return new StepResult.Succeeded(StepDone.How.WRITTEN, state.seen(), voice);
            }
        } while (pauses.another());
        return new StepResult.Retry(
                "Accepted, but when read back: %s".formatted(state.seen()), StepStopped.StopReason.NOT_SEEN);
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
