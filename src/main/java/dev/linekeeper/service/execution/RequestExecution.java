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
    private final MovesTogether moves;
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
            ApplyGate gate,
            MemberStart starts,
            StepExecution stepExecution,
            NotificationDispatcher dispatcher,
            ApprovalPolicy policy,
            RetryPolicy retryPolicy,
            RunsInFlight runs,
            Clock clock) {
        this.store = store;
        this.moves = starts.moves();
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
        Optional<Stored> found = store.find(id);
        if (found.isEmpty()) {
            return new ExecutionResult.Ended(id);
        }
        var run = new RunState(found.get());
        try {
            boolean passed = false;
            while (true) {
                Optional<ExecutionResult> end = switch (run.now.request()) {
                    case Request.Approved it
                    when it.terms().startsLater(clock.instant()) -> Optional.of(untilStart(it));
                    case Request.Approved it
                    when it.isUntouched() && it.terms().hasEnded(clock.instant()) ->
                        transition(run, it.overtaken(Obstacle.ENDED, List.of(), clock.instant()));
                    case Request.Approved it -> starts.wait(it).or(() -> pass(run, it));
                    case Request.Applying it -> passed || !isLongAgo(lastMove(it)) ? step(run, it) : pass(run, it);
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
    private Optional<ExecutionResult> pass(RunState run, InProgress request) {
        Instant now = clock.instant();
        return switch (gate.check(request)) {
            case GateResult.Passed _ when request instanceof Request.Approved it -> begin(run, it);
            case GateResult.Passed _ -> Optional.empty();
            case GateResult.ModeForbids(var present) -> stop(run, request, StopReason.MODE, present.name());
            case GateResult.NotReadable(var why) -> waitOrGiveUp(run, request, why);
            case GateResult.LookAgain(var why, var fresh, _)
            when request instanceof Request.Approved it && it.isUntouched() ->
                transition(run, it.lookAgain(fresh, why, now, now.plus(policy.expiry())));
            case GateResult.LookAgain(var why, _, var detail) ->
                stop(run, request, reason(why), detail);
            case GateResult.NoWay(var why, var rules)
            when request instanceof Request.Approved it && it.isUntouched() ->
                transition(run, it.overtaken(why, rules, now));
            case GateResult.NoWay(_, var rules) ->
                stop(run, request, StopReason.BLOCKED, String.join(", ", rules));
        };
    }

    /** Asks once more, as the gate may have taken long. */
    private Optional<ExecutionResult> begin(RunState run, Request.Approved request) {
        Request.Applying begun = request.start(clock.instant());
        return starts.begin(run.now, request, begun)
                .map(replaced -> moved(run, begun, replaced))
                .orElseGet(() -> starts.wait(request));
    }

    private static StopReason reason(FreshLookReason why) {
        return switch (why) {
            case PLAN_CHANGED -> StopReason.PLAN_CHANGED;
            case APPROVER_LEFT -> StopReason.APPROVER_LEFT;
            case APPROVAL_OVER -> StopReason.APPROVAL_OVER;
        };
    }

    private Optional<ExecutionResult> stop(RunState run, InProgress request, StopReason why, String detail) {
        Instant now = clock.instant();
        Request.Applying applying = switch (request) {
            case Request.Approved it -> it.start(now);
            case Request.Applying it -> it;
        };
        return transition(run, applying.stop(why, detail, now));
    }

    /** Defers the request, longer each time, and stops it in the end: nothing is changed on a guess. */
    private Optional<ExecutionResult> waitOrGiveUp(RunState run, InProgress request, String why) {
        return retryPolicy
                .afterWaiting(Duration.between(lastMove(request), clock.instant()))
                .<ExecutionResult>map(wait -> new ExecutionResult.Deferred(request.id(), wait))
                .or(() -> stop(run, request, StopReason.GAVE_UP, why));
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

    private Optional<ExecutionResult> step(RunState run, Request.Applying applying) throws InterruptedException {
        if (!gate.mayWrite(applying)) {
            return stop(run, applying, StopReason.MODE, gate.mode().name());
        }
        // Recorded before anything is written: a worker whose job was given to another one notices here and stops.
        if (!(moves.move(run.now, applying.begin()) instanceof Replaced.Done(Stored begun)
                && begun.request() instanceof Request.Applying trying)) {
            return Optional.of(new ExecutionResult.Ended(applying.id()));
        }
        run.now = begun;
        return switch (stepExecution.attempt(trying, run.voice)) {
            case StepResult.Succeeded(var how, var readBack, var seen) -> {
                run.voice = seen;
                yield transition(run, trying.stepDone(how, readBack, clock.instant()));
            }
            case StepResult.Verified(var proof, _) ->
                transition(
                        run,
                        trying.stepDone(StepDone.How.JUDGED, proof.overall().name(), proof.at())
                                .complete(proof));
            case StepResult.Failed(var why, var detail) -> transition(run, trying.stop(why, detail, clock.instant()));
            case StepResult.Retry(var detail, _, var counts, var why)
            when counts && trying.tries() >= retryPolicy.tries() ->
                transition(run, trying.stop(why, detail, clock.instant()));
            case StepResult.Retry(var detail, var after, var counts, _) -> {
                Request.Applying tried = counts ? trying : applying;
                Duration wait = after.orElseGet(() -> retryPolicy.after(trying.tries(), random));
                yield transition(run, tried.inTrouble(detail))
                        .or(() -> Optional.of(new ExecutionResult.Deferred(trying.id(), wait)));
            }
        };
    }

    /** The request as this worker stored it last, and what the last step read of the person. */
    private static final class RunState {
        private Stored now;
        private Fact<VoiceUser> voice = Fact.missing("nothing was read yet");

        RunState(Stored now) {
            this.now = now;
        }
    }

    /** Stores the move; empty to go on, {@code Ended} when another worker has moved the request meanwhile. */
    private Optional<ExecutionResult> transition(RunState run, Request after) {
        return moved(run, after, moves.move(run.now, after));
    }

    private Optional<ExecutionResult> moved(RunState run, Request after, Replaced replaced) {
        log.info(
                "action=apply request={} state={} outcome={}",
                after.id(),
                after.getClass().getSimpleName(),
                replaced.getClass().getSimpleName());
        if (!(replaced instanceof Replaced.Done(Stored now))) {
            return Optional.of(new ExecutionResult.Ended(after.id()));
        }
        if (after instanceof Request.Applying) {
            dispatcher.stepped(run.now.request(), after, now.version());
        }
        run.now = now;
        return Optional.empty();
    }
}
