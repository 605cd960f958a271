package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Resumption;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.InProgress;
import dev.linekeeper.core.request.Obstacle;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.TenantPlanner;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one way into applying, whether a request was approved a moment ago or goes on after a stop: the mode allows it,
 * the approval is not too old, everybody who approved is an approver still, and what would be done is what was approved.
 */
public final class ApplyGate {
    private final TenantPlanner planner;
    private final Roles roles;
    private final ApprovalPolicy policy;
    private final Supplier<OperatingMode> mode;
    private final Clock clock;

    public ApplyGate(
            TenantPlanner planner, Roles roles, ApprovalPolicy policy, Supplier<OperatingMode> mode, Clock clock) {
        this.planner = planner;
        this.roles = roles;
        this.policy = policy;
        this.mode = mode;
        this.clock = clock;
    }

    OperatingMode mode() {
        return mode.get();
    }

    boolean mayWrite(Request request) {
        return request.terms().rehearsal() || mode.get() == OperatingMode.LIVE;
    }

    GateResult check(InProgress request) {
        if (!mayWrite(request)) {
            return new GateResult.ModeForbids(mode.get());
        }
        return lapsed(request)
                .fold(
                        lapse -> lapse.<GateResult>map(why -> new GateResult.LookAgain(
                                        why, request.terms().plan(), ""))
                                .orElseGet(() -> checkPlan(request)),
                        GateResult.NotReadable::new);
    }

    /** Why approvals do not hold any more; empty when they do, missing when the directory did not say. */
    Fact<Optional<FreshLookReason>> lapsed(Request request) {
        Instant now = clock.instant();
        return policy.isApprovalOver(request, now)
                ? new Fact.Known<>(Optional.of(FreshLookReason.APPROVAL_OVER), "the request", now)
                : allMayStillApprove(request)
                        .map(still -> Optional.of(FreshLookReason.APPROVER_LEFT).filter(_ -> !still));
    }

    /** Whether everybody who approved is still an approver, read now; missing when the directory did not say. */
    private Fact<Boolean> allMayStillApprove(Request request) {
        Fact<Boolean> all = new Fact.Known<>(true, "the request", clock.instant());
        for (Approval approval : request.approvals()) {
            all = all.with(
                    roles.holdsOver(
                            approval.by(), Role.APPROVER, request.terms().subject()),
                    (before, still) -> before && still);
        }
        return all;
    }

    private GateResult checkPlan(InProgress request) {
        RequestDetails terms = request.terms();
        boolean untouched = request instanceof Request.Approved it && it.isUntouched();
        return untouched || terms.rehearsal()
                ? checkWhole(terms.plan(), planner.replan(terms))
                : checkRest(terms, planner.resume(terms, request.done().size()));
    }

    private static GateResult checkWhole(Plan approved, PlanResult fresh) {
        return switch (fresh) {
            case PlanResult.SendablePlan ready
            when ready.plan().fingerprint().equals(approved.fingerprint()) -> new GateResult.Passed();
            case PlanResult.SendablePlan ready ->
                new GateResult.LookAgain(FreshLookReason.PLAN_CHANGED, ready.plan(), "");
            case PlanResult.PolicyRefused(_, var why, var rules, _) ->
                switch (why) {
                    case NOTHING_TO_DO -> new GateResult.NoWay(Obstacle.NOTHING_LEFT, List.of());
                    case NOT_READ -> new GateResult.NotReadable("Not everything could be read");
                    case NAME_TAKEN,
                            NO_SUCH_POLICY,
                            GLOBAL,
                            IN_USE,
                            RULES,
                            STATE_MOVED,
                            NOT_OURS,
                            NO_PLACE,
                            UNAVAILABLE -> new GateResult.NoWay(Obstacle.BLOCKED, rules);
                };
            case PlanResult.NothingToDo _ -> new GateResult.NoWay(Obstacle.NOTHING_LEFT, List.of());
            case PlanResult.Blocked(var report) -> new GateResult.NoWay(Obstacle.BLOCKED, report.blocking());
            case PlanResult.CannotUndo(var why, _)
            when why != PlanResult.CannotUndo.UndoObstacle.NOT_VERIFIED ->
                new GateResult.NoWay(Obstacle.BLOCKED, List.of());
            case PlanResult.UnknownPerson _ -> new GateResult.NoWay(Obstacle.BLOCKED, List.of());
            case PlanResult.NotVerified(_, var unread) ->
                new GateResult.NotReadable(unread.orElse("Not everything could be read"));
            case PlanResult.CannotUndo _ -> new GateResult.NotReadable("Not everything could be read");
            case PlanResult.NoAnswer(var why) -> new GateResult.NotReadable(why);
        };
    }

    private static GateResult checkRest(RequestDetails terms, Resumption rest) {
        return switch (rest) {
            case Resumption.SameRest _ -> new GateResult.Passed();
            case Resumption.OtherRest(var what) ->
                new GateResult.LookAgain(FreshLookReason.PLAN_CHANGED, terms.plan(), what);
            case Resumption.RestBlocked(var report) -> new GateResult.NoWay(Obstacle.BLOCKED, report.blocking());
            case Resumption.RestNotVerified(var why) -> new GateResult.NotReadable(why);
        };
    }
}
