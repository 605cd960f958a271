package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.PlanDifference;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.tenant.Explanation;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges a request again when an approver opens it, where the risk is high or a while has passed since it was asked: what
 * is different by now is said before they decide, not after.
 */
public final class SecondOpinion {
    private final TenantPlanner planner;
    private final ApprovalPolicy policy;
    private final Clock clock;

    SecondOpinion(TenantPlanner planner, ApprovalPolicy policy, Clock clock) {
        this.planner = planner;
        this.policy = policy;
        this.clock = clock;
    }

    /** What is different now, or that nothing is; empty for a request that needs no second look yet. Reads the tenant. */
    public List<Explanation> of(RequestDetails terms) {
        boolean high = terms.plan().risk().level() == RiskLevel.HIGH;
        boolean old = !clock.instant().isBefore(terms.askedAt().plus(policy.secondLookAfter()));
        return high || old ? judge(terms) : List.of();
    }

    private List<Explanation> judge(RequestDetails terms) {
        return switch (planner.replan(terms)) {
            case PlanResult.SendablePlan ready
            when ready.plan().fingerprint().equals(terms.plan().fingerprint()) -> List.of(say("same", clock.instant()));
            case PlanResult.SendablePlan ready ->
                Stream.concat(
                                Stream.of(say("changed", clock.instant())),
                                PlanDifference.of(terms.plan(), ready.plan()).stream())
                        .toList();
            case PlanResult.PolicyRefused(_, var why, _, var details) ->
                switch (why) {
                    case NOTHING_TO_DO -> List.of(say("nothing", clock.instant()));
                    case NOT_READ -> List.of(say("not-read"));
                    case NAME_TAKEN,
                            NO_SUCH_POLICY,
                            GLOBAL,
                            IN_USE,
                            RULES,
                            STATE_MOVED,
                            NOT_OURS,
                            NO_PLACE,
                            UNAVAILABLE ->
                        Stream.concat(Stream.of(say("no-way", clock.instant())), details.stream())
                                .toList();
                };
            case PlanResult.NothingToDo _ -> List.of(say("nothing", clock.instant()));
            case PlanResult.Blocked(var report) -> List.of(say("blocked", clock.instant(), report.blocking()));
            case PlanResult.CannotUndo(_, var details) ->
                Stream.concat(Stream.of(say("no-way", clock.instant())), details.stream())
                        .toList();
            case PlanResult.UnknownPerson _ -> List.of(say("gone", clock.instant()));
            case PlanResult.NotVerified _ -> List.of(say("not-read"));
            case PlanResult.NoAnswer _ -> List.of(say("not-read"));
        };
    }

    private static Explanation say(String key, Object... arguments) {
        return Explanation.of("chat.request.again." + key, arguments);
    }
}
