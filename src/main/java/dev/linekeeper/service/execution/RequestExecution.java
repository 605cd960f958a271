package dev.linekeeper.service.execution;

import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.InProgress;
import dev.linekeeper.core.request.Obstacle;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.requests.NotificationDispatcher;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestStore.Replaced;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.RequestTransitions;
import dev.linekeeper.service.tenant.gathering.RunsInFlight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies approved requests, one step after the other, and stores every step before the next one. It can be stopped at
 * any point and run again: finished steps are not repeated. Before the first step, after every stop and after a long
 * silence the request passes the {@link ApplyGate}; a plan that would be another one now goes back to the approvers, and
 * what is left of a plan half done stops.
 */
public final class RequestExecution {
    private static final Logger log = LoggerFactory.getLogger(RequestExecution.class);

    /** How long a request may have lain still, as while the process was down, before it is checked again. */
    private static final Duration SILENCE = Duration.ofHours(1);

    private final RequestStore store;
    private final RequestTransitions transitions;
    private final ApplyGate gate;
    private final MemberStart starts;
    private final StepExecution stepExecution;
    private final NotificationDispatcher dispatcher;
    private final ApprovalPolicy policy;
    private final RetryPolicy retryPolicy;
    private final RunsInFlight runs;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    public RequestExecution(
            RequestStore store,
            RequestTransitions transitions,
            ApplyGate gate,
            MemberStart starts,
            StepExecution stepExecution,
            NotificationDispatcher dispatcher,
            ApprovalPolicy policy,
            RetryPolicy retryPolicy,
            RunsInFlight runs,
            Clock clock) {
        this.store = store;
        this.transitions = transitions;
        this.gate = gate;
        this.starts = starts;
        this.stepExecution = stepExecution;
        this.dispatcher = dispatcher;
        this.policy = policy;
        this.retryPolicy = retryPolicy;
        this.runs = runs;
        this.clock = clock;
    }

    /** Applies the request as far as possible, which may take minutes; does nothing when there is nothing to do. */
    public ExecutionResult run(RequestId id) {
        return runs.counted(() -> apply(id));
    }

    private ExecutionResult apply(RequestId id) {
        var lastReading = new LastReading();
        try {
            boolean passed = false;
            while (true) {
                Optional<Stored> found = store.find(id);
                if (found.isEmpty()) {
                    return new ExecutionResult.Ended(id);
                }
                Optional<ExecutionResult> end = switch (found.get().request()) {
                    case Request.Approved it
                    when it.terms().startsLater(clock.instant()) -> Optional.of(untilStart(it));
                    case Request.Approved it
                    when it.isUntouched() && it.terms().hasEnded(clock.instant()) ->
                        transition(found.get(), it.overtaken(Obstacle.ENDED, List.of(), clock.instant()));
                    case Request.Approved it -> starts.wait(it).or(() -> pass(found.get(), it));
                    case Request.Applying it ->
                        passed || !isLongAgo(lastMove(it)) ? step(found.get(), it, lastReading) : pass(found.get(), it);
                    case AwaitingDecision _, Request.Finished _ -> Optional.of(new ExecutionResult.Ended(id));
                };
                if (end.isPresent()) {
                    return end.get();
                }
                passed = true;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            log.info("action=apply request={} outcome=interrupted", id);
            return new ExecutionResult.Deferred(id, Duration.ZERO);
        }
    }

    private ExecutionResult untilStart(Request.Approved request) {
        Instant now = clock.instant();
        return new ExecutionResult.Deferred(
                request.id(), Duration.between(now, request.terms().notBeforeStart(now)));
    }

    private boolean isLongAgo(Instant moment) {
        return moment.plus(SILENCE).isBefore(clock.instant());
    }

    /** What comes of the gate; empty to go on with the request as it is stored then. */
    private Optional<ExecutionResult> pass(Stored stored, InProgress request) {
        Instant now = clock.instant();
        return switch (gate.check(request)) {
            case GateResult.Passed _ when request instanceof Request.Approved it -> begin(stored, it);
            case GateResult.Passed _ -> Optional.empty();
            case GateResult.ModeForbids(var present) -> stop(stored, request, StopReason.MODE, present.name());
            case GateResult.NotReadable(var why) -> waitOrGiveUp(stored, request, why);
            case GateResult.LookAgain(var why, var fresh, _)
            when request instanceof Request.Approved it && it.isUntouched() ->
                transition(stored, it.lookAgain(fresh, why, now, now.plus(policy.expiry())));
            case GateResult.LookAgain(var why, _, var detail) ->
                stop(stored, request, reason(why), detail);
            case GateResult.NoWay(var why, var rules)
            when request instanceof Request.Approved it && it.isUntouched() ->
                transition(stored, it.overtaken(why, rules, now));
            case GateResult.NoWay(_, var rules) ->
                stop(stored, request, StopReason.BLOCKED, String.join(", ", rules));
        };
    }

    /** Asks once more, as the gate may have taken long. */
    private Optional<ExecutionResult> begin(Stored stored, Request.Approved request) {
        Request.Applying begun = request.start(clock.instant());
        return starts.begin(stored, request, begun)
                .map(replaced -> moved(begun, replaced))
                .orElseGet(() -> starts.wait(request));
    }

    private static StopReason reason(FreshLookReason why) {
        return switch (why) {
            case PLAN_CHANGED -> StopReason.PLAN_CHANGED;
            case APPROVER_LEFT -> StopReason.APPROVER_LEFT;
            case APPROVAL_OVER -> StopReason.APPROVAL_OVER;
        };
    }

    private Optional<ExecutionResult> stop(Stored stored, InProgress request, StopReason why, String detail) {
        Instant now = clock.instant();
        Request.Applying applying = switch (request) {
            case Request.Approved it -> it.start(now);
            case Request.Applying it -> it;
        };
        return transition(stored, applying.stop(why, detail, now));
    }

    /** Defers the request, longer each time, and stops it in the end: nothing is changed on a guess. */
    private Optional<ExecutionResult> waitOrGiveUp(Stored stored, InProgress request, String why) {
        return retryPolicy
                .afterWaiting(Duration.between(lastMove(request), clock.instant()))
                .<ExecutionResult>map(wait -> new ExecutionResult.Deferred(request.id(), wait))
                .or(() -> stop(stored, request, StopReason.GAVE_UP, why));
    }

    /** When something last happened to the request. */
    private static Instant lastMove(InProgress request) {
        return switch (request) {
            case Request.Approved it -> it.terms().notBeforeStart(it.at());
            case Request.Applying it when it.done().isEmpty() -> it.startedAt();
            case Request.Applying it ->
                it.done().getLast().at().isAfter(it.startedAt())
                        ? it.done().getLast().at()
                        : it.startedAt();
        };
    }

    private Optional<ExecutionResult> step(Stored stored, Request.Applying applying, LastReading lastReading)
            throws InterruptedException {
        if (!gate.mayWrite(applying)) {
            return stop(stored, applying, StopReason.MODE, gate.mode().name());
        }
        // Recorded before anything is written: a worker whose job was given to another one notices here and stops.
        if (!(store.replace(stored, applying.begin()) instanceof Replaced.Done(Stored begun)
                && begun.request() instanceof Request.Applying trying)) {
            return Optional.of(new ExecutionResult.Ended(applying.id()));
        }
        return switch (stepExecution.attempt(trying, lastReading.voice)) {
            case StepResult.Succeeded(var how, var readBack, var seen) -> {
                lastReading.voice = seen;
                yield transition(begun, trying.stepDone(how, readBack, clock.instant()));
            }
            case StepResult.Verified(var proof) ->
                transition(
                        begun,
                        trying.stepDone(StepDone.How.JUDGED, proof.overall().name(), proof.at())
                                .complete(proof));
            case StepResult.Failed(var why, var detail) -> transition(begun, trying.stop(why, detail, clock.instant()));
            case StepResult.Retry(var detail, _, var counts, var why)
            when counts && trying.tries() >= retryPolicy.tries() ->
                transition(begun, trying.stop(why, detail, clock.instant()));
            case StepResult.Retry(var detail, var after, var counts, _) -> {
                Request.Applying tried = counts ? trying : applying;
                Duration wait = after.orElseGet(() -> retryPolicy.after(trying.tries(), random));
                yield transition(begun, tried.inTrouble(detail))
                        .or(() -> Optional.of(new ExecutionResult.Deferred(trying.id(), wait)));
            }
        };
    }

    /** What the last step read of the person. */
    private static final class LastReading {
        private Fact<VoiceUser> voice = Fact.missing("nothing was read yet");
    }

    /** Stores the move; empty to go on, {@code Ended} when another worker has moved the request meanwhile. */
    private Optional<ExecutionResult> transition(Stored before, Request after) {
        return moved(after, transitions.move(before, after));
    }

    private Optional<ExecutionResult> moved(Request after, Replaced replaced) {
        log.info(
                "action=apply request={} state={} outcome={}",
                after.id(),
                after.getClass().getSimpleName(),
                replaced.getClass().getSimpleName());
        if (!(replaced instanceof Replaced.Done(Stored(var now, var version)))) {
            return Optional.of(new ExecutionResult.Ended(after.id()));
        }
        if (now instanceof Request.Applying) {
            dispatcher.stepped(now.id(), version);
        }
        return Optional.empty();
    }
}
