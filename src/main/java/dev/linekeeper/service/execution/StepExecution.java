package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.metrics.LogContext;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.limit.LocalRateLimitExceeded;
import dev.linekeeper.service.tenant.limit.Sleeper;
import dev.linekeeper.service.tenant.reading.SharedPart;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one step of a plan: read, compare, write, read back. A step is safe to repeat: a
 * setting that is there already is not written again, and one that somebody else changed is left alone.
 */
public final class StepExecution {
    private static final Logger log = LoggerFactory.getLogger(StepExecution.class);

    private static final Duration FRESH_FOR = Duration.ofSeconds(3);
    /** With the pauses between them about a quarter of a minute. */
    private static final int LOOKS_AT_VOICE = 8;

    private final TenantReader tenantReader;
    private final ChangeWriter writer;
    private final PolicyStep policies;
    private final FinalCheck finalCheck;
    private final RetryPolicy retryPolicy;
    private final Sleeper sleeper;
    private final Clock clock;

    public StepExecution(
            TenantReader tenantReader,
            ChangeWriter writer,
            FinalCheck finalCheck,
            RetryPolicy retryPolicy,
            Sleeper sleeper,
            Clock clock) {
        this.tenantReader = tenantReader;
        this.writer = writer;
        this.policies = new PolicyStep(tenantReader, writer);
        this.finalCheck = finalCheck;
        this.retryPolicy = retryPolicy;
        this.sleeper = sleeper;
        this.clock = clock;
    }

    /** Tries the next step; {@code lastReading} is what was read of the person before, and is used while it is fresh. */
    StepResult attempt(Request.Applying request, Fact<VoiceUser> lastReading) throws InterruptedException {
        String step = Integer.toString(request.done().size() + 1);
        try (var _ = LogContext.about(LogContext.STEP, step, "step")) {
            var pauses = new ReadBackPauses(sleeper, clock, retryPolicy.readBack());
            Optional<SharedChange<?>> shared = request.next().flatMap(SharedChange::of);
            if (shared.isPresent()) {
                return policies.make(request, shared.get(), pauses);
            }
            Optional<Change> change = request.next().flatMap(Step::change);
            return change.isPresent()
                    ? makeChange(request, change.get(), lastReading, pauses)
                    : finalCheck.judge(request, pauses);
        } catch (LocalRateLimitExceeded failure) {
            return new StepResult.Retry(
                    String.valueOf(failure.getMessage()),
                    Optional.of(failure.retryAfter().orElse(Duration.ZERO)),
                    false,
                    StopReason.GAVE_UP);
        } catch (BackendFailure failure) {
            String detail =
                    "%s %s".formatted(failure.getMessage(), code(failure)).strip();
            return failure.worthRetrying()
                    ? new StepResult.Retry(detail, failure.retryAfter(), true, StopReason.GAVE_UP)
                    : new StepResult.Failed(PolicyStep.reason(request, failure), detail);
        } catch (RuntimeException unforeseen) {
            log.error(
                    "action=apply request={} step={}",
                    request.id(),
                    request.done().size() + 1,
                    unforeseen);
            return new StepResult.Retry(
                    "Something unforeseen: " + unforeseen.getClass().getSimpleName(), StopReason.GAVE_UP);
        } finally {
            // Whatever came of it, whoever looks at the person now is to see it.
            request.terms().subject().person().ifPresent(tenantReader::forget);
        }
    }

    private StepResult makeChange(
            Request.Applying request, Change change, Fact<VoiceUser> lastReading, ReadBackPauses pauses)
            throws InterruptedException {
        Fact<VoiceUser> voice = isFresh(lastReading) ? lastReading : read(change.person());
        var state = StepState.of(request.terms().plan(), change, voice);
        return switch (state.progress()) {
            case UNREADABLE -> new StepResult.Retry(state.seen(), StopReason.GAVE_UP);
            case DONE ->
                rehearsedBefore(request, change)
                        ? new StepResult.Succeeded(StepDone.How.REHEARSED, state.seen(), voice)
                        : new StepResult.Succeeded(
                                StepDone.How.ALREADY_THERE,
                                state.seen(),
                                request.terms().rehearsal()
                                        ? voice
                                        : VoiceAfterNumber.followed(change, voice, pauses, this::read));
            case MOVED -> new StepResult.Failed(StopReason.STATE_MOVED, "It is %s now".formatted(state.seen()));
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
            return tenantReader.readVoice(person);
        } catch (LocalRateLimitExceeded exceeded) {
            throw exceeded;
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
        WriteReceipt receipt = writer.write(change, key);
        try {
            writer.follow(receipt, pauses);
        } finally {
            if (change instanceof Change.NumberChange) {
                tenantReader.forget(SharedPart.NUMBERS);
            }
        }
        int looks = 0;
        StepState state;
        Fact<VoiceUser> voice;
        boolean done;
        do {
            voice = tenantReader.voice(change.person());
            state = StepState.of(request.terms().plan(), change, voice);
            done = state.progress() == StepState.Progress.DONE && VoiceAfterNumber.hasFollowed(change, voice);
        } while ((!done || (VoiceAfterNumber.mayFollow(change, voice) && ++looks < LOOKS_AT_VOICE)) && pauses.next());
        if (done) {
            var how =
                    receipt instanceof WriteReceipt.NothingToWrite ? StepDone.How.ALREADY_THERE : StepDone.How.WRITTEN;
            return new StepResult.Succeeded(how, state.seen(), voice);
        }
        return new StepResult.Retry("Accepted, but when read back: %s".formatted(state.seen()), StopReason.NOT_SEEN);
    }

    /** Whether a dry run took a number that would have taken this voice switch with it. */
    private static boolean rehearsedBefore(Request.Applying request, Change change) {
        var steps = request.terms().plan().steps();
        return change instanceof Change.SwitchVoice
                && IntStream.range(0, request.done().size())
                        .anyMatch(at -> request.done().get(at).how() == StepDone.How.REHEARSED
                                && steps.get(at).change().orElse(change) instanceof Change.NumberChange);
    }

    /** Whether the voice settings were read less than {@link #FRESH_FOR} ago, so that they need not be read again. */
    private boolean isFresh(Fact<VoiceUser> lastReading) {
        return lastReading instanceof Fact.Known(_, _, var asOf)
                && asOf.plus(FRESH_FOR).isAfter(clock.instant());
    }

    private static String code(BackendFailure failure) {
        return failure.code().isEmpty() ? "" : "(%s)".formatted(failure.code());
    }
}
