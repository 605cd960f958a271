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
import dev.linekeeper.core.request.StepStopped;
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
    private final RequestTransitions moves;
    private final TenantPlanner drafts;
    private final StepExecution stepping;
    private final NotificationDispatcher announcing;
    private final Roles roles;
    private final ApprovalPolicy policy;
    private final Supplier<OperatingMode> mode;
    private final RetryPolicy patience;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    public RequestExecution(
            RequestStore store,
            RequestTransitions moves,
            TenantPlanner drafts,
            StepExecution stepping,
            NotificationDispatcher announcing,
            Roles roles,
            ApprovalPolicy policy,
            Supplier<OperatingMode> mode,
            RetryPolicy patience,
            Clock clock) {
        this.store = store;
        this.moves = moves;
        this.drafts = drafts;
        this.stepping = stepping;
        this.announcing = announcing;
        this.roles = roles;
        this.policy = policy;
        this.mode = mode;
        this.patience = patience;
        this.clock = clock;
    }

    /** Applies the request as far as possible, which may take minutes; does nothing when there is nothing to do. */
    public ExecutionResult run(RequestId id) {
        var lately = new LastReading();
        try {
            while (true) {
                Optional<Stored> found = store.find(id);
                if (found.isEmpty()) {
                    return new ExecutionResult.Over(id);
                }
                Optional<ExecutionResult> end = switch (found.get().request()) {
                    case Request.Approved it -> begin(found.get(), it);
                    case Request.Applying it -> step(found.get(), it, lately);
                    case AwaitingDecision _, Request.Finished _ -> Optional.of(new ExecutionResult.Over(id));
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

    private Optional<ExecutionResult> begin(Stored stored, Request.Approved approved) {
        Instant now = clock.instant();
        if (!mayWrite(approved)) {
            return moved(
                    stored,
                    approved.start(now)
                            .stop(StepStopped.StopReason.MODE, mode.get().name(), now));
        }
        return allMayStillApprove(approved)
                .fold(
                        still -> still
                                ? planned(stored, approved, now)
                                : moved(
                                        stored,
                                        lookAgain(approved, approved.terms().plan(), FreshLookReason.APPROVER_LEFT)),
                        why -> unclear(stored, approved, why));
    }

    /** Whether everybody who approved is still an approver; missing when the directory did not say. */
    private Fact<Boolean> allMayStillApprove(Request.Approved approved) {
        Fact<Boolean> all = new Fact.Known<>(true, "the request", approved.at());
        for (Approval approval : approved.approvals()) {
            all = all.with(roles.holds(approval.by(), Role.APPROVER), (before, still) -> before && still);
        }
        return all;
    }

    private Optional<ExecutionResult> planned(Stored stored, Request.Approved approved, Instant now) {
        return switch (drafts.again(approved.terms())) {
            case PlanResult.Ready(var plan, _)
            when plan.fingerprint().equals(approved.terms().plan().fingerprint()) -> moved(stored, approved.start(now));
            case PlanResult.Ready(var plan, _) ->
                moved(stored, lookAgain(approved, plan, FreshLookReason.PLAN_CHANGED));
            case PlanResult.NothingToDo _ -> moved(stored, approved.overtaken(Obstacle.NOTHING_LEFT, List.of(), now));
            case PlanResult.Blocked(var report) ->
                moved(stored, approved.overtaken(Obstacle.BLOCKED, rules(report), now));
            case PlanResult.CannotUndo(var why, _)
            when why != PlanResult.CannotUndo.UndoObstacle.NOT_VERIFIED ->
                moved(stored, approved.overtaken(Obstacle.BLOCKED, List.of(), now));
            case PlanResult.UnknownPerson _ -> moved(stored, approved.overtaken(Obstacle.BLOCKED, List.of(), now));
            case PlanResult.NotVerified _, PlanResult.CannotUndo _ ->
                unclear(stored, approved, "Not everything could be read");
            case PlanResult.NoAnswer(var why) -> unclear(stored, approved, why);
        };
    }

    private Request lookAgain(Request.Approved approved, Plan fresh, FreshLookReason why) {
        Instant now = clock.instant();
        return approved.lookAgain(fresh, why, now, now.plus(policy.expiry()));
    }

    /** Waits longer the longer it has waited, and gives up in the end: nothing is changed on a guess. */
    private Optional<ExecutionResult> unclear(Stored stored, Request.Approved approved, String why) {
        Instant now = clock.instant();
        return patience.afterWaiting(Duration.between(approved.at(), now))
                .<ExecutionResult>map(wait -> new ExecutionResult.Deferred(approved.id(), wait))
                .or(() -> moved(stored, approved.start(now).stop(StepStopped.StopReason.GAVE_UP, why, now)));
    }

    private Optional<ExecutionResult> step(Stored stored, Request.Applying applying, LastReading lately)
            throws InterruptedException {
        if (!mayWrite(applying)) {
            return moved(
                    stored,
                    applying.stop(StepStopped.StopReason.MODE, mode.get().name(), clock.instant()));
        }
        // Recorded before anything is written: a runner that was taken for dead finds out here and keeps its hands off.
        if (!(store.replace(stored, applying.begin()) instanceof Replaced.Done(Stored begun)
                && begun.request() instanceof Request.Applying trying)) {
            return Optional.of(new ExecutionResult.Over(applying.id()));
        }
        return switch (stepping.attempt(trying, lately.seen)) {
            case StepResult.Succeeded(var how, var readBack, var seen) -> {
                lately.seen = seen;
                yield moved(begun, trying.stepDone(how, readBack, clock.instant()));
            }
            case StepResult.Verified(var proof) ->
                moved(
                        begun,
                        trying.stepDone(StepDone.How.JUDGED, proof.overall().name(), proof.at())
                                .complete(proof));
            case StepResult.Failed(var why, var detail) -> moved(begun, trying.stop(why, detail, clock.instant()));
            case StepResult.Retry(var detail, _, var counts, var why)
            when counts && trying.tries() >= patience.tries() ->
                moved(begun, trying.stop(why, detail, clock.instant()));
            case StepResult.Retry(var detail, var after, var counts, _) -> {
                Request.Applying tried = counts ? trying : applying;
                Duration wait = after.orElseGet(() -> patience.after(trying.tries(), random));
                yield moved(begun, tried.inTrouble(detail))
                        .or(() -> Optional.of(new ExecutionResult.Deferred(trying.id(), wait)));
            }
        };
    }

    /** What the last step read of the person. */
    private static final class LastReading {
        private Fact<VoiceUser> seen = Fact.missing("nothing was read yet");
    }

    private boolean mayWrite(Request request) {
        return request.terms().rehearsal() || mode.get() == OperatingMode.LIVE;
    }

    /** Empty to go on; another worker that was faster does the rest. */
    private Optional<ExecutionResult> moved(Stored before, Request after) {
        Replaced replaced = moves.move(before, after);
        log.info(
                "action=apply request={} state={} outcome={}",
                after.id(),
                after.getClass().getSimpleName(),
                replaced.getClass().getSimpleName());
        if (!(replaced instanceof Replaced.Done(Stored(var now, var version)))) {
            return Optional.of(new ExecutionResult.Over(after.id()));
        }
        if (now instanceof Request.Applying) {
            announcing.moved(now.id(), version);
        }
        return Optional.empty();
    }

    private static List<String> rules(Report<PersonCase> report) {
        return report.with(Outcome.FAIL).stream()
                .filter(finding -> !finding.willBeFixed())
                .map(Finding::rule)
                .map(rule -> rule.id().value())
                .toList();
    }
}
