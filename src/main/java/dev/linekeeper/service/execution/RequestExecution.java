package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.Request.NeedsFreshLook.FreshLookReason;
import dev.linekeeper.core.request.Request.Overtaken.Obstacle;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StepStopped.StopReason;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.NotificationDispatcher;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestStore.Replaced;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.RequestTransitions;
import dev.linekeeper.service.requests.TenantPlanner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies approved requests, one step after the other, and stores every step before the next one. It can be stopped at
 * any point and run again: finished steps are not repeated. Before the first step everything is read and judged again;
 * a plan that would be another one now goes back to the approvers.
 */
public final class RequestExecution {
    private static final Logger log = LoggerFactory.getLogger(RequestExecution.class);

    private final RequestStore store;
    private final RequestTransitions transitions;
    private final TenantPlanner planner;
    private final StepExecution stepExecution;
    private final NotificationDispatcher dispatcher;
    private final Roles roles;
    private final ApprovalPolicy policy;
    private final Supplier<OperatingMode> mode;
    private final RetryPolicy retryPolicy;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    public RequestExecution(
            RequestStore store,
            RequestTransitions transitions,
            TenantPlanner planner,
            StepExecution stepExecution,
            NotificationDispatcher dispatcher,
            Roles roles,
            ApprovalPolicy policy,
            Supplier<OperatingMode> mode,
            RetryPolicy retryPolicy,
            Clock clock) {
        this.store = store;
        this.transitions = transitions;
        this.planner = planner;
        this.stepExecution = stepExecution;
        this.dispatcher = dispatcher;
        this.roles = roles;
        this.policy = policy;
        this.mode = mode;
        this.retryPolicy = retryPolicy;
        this.clock = clock;
    }

    /** Applies the request as far as possible, which may take minutes; does nothing when there is nothing to do. */
    public ExecutionResult run(RequestId id) {
        var lastReading = new LastReading();
        try {
            while (true) {
                Optional<Stored> found = store.find(id);
                if (found.isEmpty()) {
                    return new ExecutionResult.Ended(id);
                }
                Optional<ExecutionResult> end = switch (found.get().request()) {
                    case Request.Approved it -> start(found.get(), it);
                    case Request.Applying it -> step(found.get(), it, lastReading);
                    case AwaitingDecision _, Request.Finished _ -> Optional.of(new ExecutionResult.Ended(id));
                };
                if (end.isPresent()) {
                    return end.get();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            log.info("action=apply request={} outcome=interrupted", id);
            return new ExecutionResult.Deferred(id, Duration.ZERO);
        }
    }

    private Optional<ExecutionResult> start(Stored stored, Request.Approved approved) {
        Instant now = clock.instant();
        if (!mayWrite(approved)) {
            return transition(
                    stored, approved.start(now).stop(StopReason.MODE, mode.get().name(), now));
        }
        return allMayStillApprove(approved)
                .fold(
                        still -> still
                                ? startIfPlanUnchanged(stored, approved, now)
                                : transition(
                                        stored,
                                        backToApprovers(
                                                approved, approved.terms().plan(), FreshLookReason.APPROVER_LEFT)),
                        why -> waitOrGiveUp(stored, approved, why));
    }

    /** Whether everybody who approved is still an approver; missing when the directory did not say. */
    private Fact<Boolean> allMayStillApprove(Request.Approved approved) {
        Fact<Boolean> all = new Fact.Known<>(true, "the request", approved.at());
        for (Approval approval : approved.approvals()) {
            all = all.with(roles.holds(approval.by(), Role.APPROVER), (before, still) -> before && still);
        }
        return all;
    }

    private Optional<ExecutionResult> startIfPlanUnchanged(Stored stored, Request.Approved approved, Instant now) {
        return switch (planner.replan(approved.terms())) {
            case PlanResult.Ready(var plan, _)
            when plan.fingerprint().equals(approved.terms().plan().fingerprint()) ->
                transition(stored, approved.start(now));
            case PlanResult.Ready(var plan, _) ->
                transition(stored, backToApprovers(approved, plan, FreshLookReason.PLAN_CHANGED));
            case PlanResult.NothingToDo _ ->
                transition(stored, approved.overtaken(Obstacle.NOTHING_LEFT, List.of(), now));
            case PlanResult.Blocked(var report) ->
                transition(stored, approved.overtaken(Obstacle.BLOCKED, failingRules(report), now));
            case PlanResult.CannotUndo(var why, _)
            when why != PlanResult.CannotUndo.UndoObstacle.NOT_VERIFIED ->
                transition(stored, approved.overtaken(Obstacle.BLOCKED, List.of(), now));
            case PlanResult.UnknownPerson _ -> transition(stored, approved.overtaken(Obstacle.BLOCKED, List.of(), now));
            case PlanResult.NotVerified _, PlanResult.CannotUndo _ ->
                waitOrGiveUp(stored, approved, "Not everything could be read");
            case PlanResult.NoAnswer(var why) -> waitOrGiveUp(stored, approved, why);
        };
    }

    private Request backToApprovers(Request.Approved approved, Plan fresh, FreshLookReason why) {
        Instant now = clock.instant();
        return approved.lookAgain(fresh, why, now, now.plus(policy.expiry()));
    }

    /** Defers the request, longer each time, and stops it in the end: nothing is changed on a guess. */
    private Optional<ExecutionResult> waitOrGiveUp(Stored stored, Request.Approved approved, String why) {
        Instant now = clock.instant();
        return retryPolicy
                .afterWaiting(Duration.between(approved.at(), now))
                .<ExecutionResult>map(wait -> new ExecutionResult.Deferred(approved.id(), wait))
                .or(() -> transition(stored, approved.start(now).stop(StopReason.GAVE_UP, why, now)));
    }

    private Optional<ExecutionResult> step(Stored stored, Request.Applying applying, LastReading lastReading)
            throws InterruptedException {
        if (!mayWrite(applying)) {
            return transition(stored, applying.stop(StopReason.MODE, mode.get().name(), clock.instant()));
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

    private boolean mayWrite(Request request) {
        return request.terms().rehearsal() || mode.get() == OperatingMode.LIVE;
    }

    /** Stores the move; empty to go on, {@code Ended} when another worker has moved the request meanwhile. */
    private Optional<ExecutionResult> transition(Stored before, Request after) {
        Replaced replaced = transitions.move(before, after);
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

    private static List<String> failingRules(Report<PersonCase> report) {
        return report.with(Outcome.FAIL).stream()
                .filter(finding -> !finding.willBeFixed())
                .map(Finding::rule)
                .map(rule -> rule.id().value())
                .toList();
    }
}
