package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.MoveOutput;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult.OfPolicy;
import dev.linekeeper.core.enrolment.PlanResult.PolicyReady;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.enrolment.PlanResult.Ready;
import dev.linekeeper.core.policies.Ahead;
import dev.linekeeper.core.policies.PolicyHolders;
import dev.linekeeper.core.policies.PolicyMove;
import dev.linekeeper.core.policies.PolicyPlanner;
import dev.linekeeper.core.policies.PolicyUsers;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.request.LeftOut;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.policies.LeftBehind;
import dev.linekeeper.service.policies.MoveObstacles;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RowReasons;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What moving people from a policy that goes would come to, as far as the tenant tells: roles and open requests are not looked at. */
record MovePreview(TenantSession look) {
    MoveOutput of(PolicyMove move) {
        var holders = new PolicyHolders(move.from());
        look.each(look.everybody(), holders::look);
        List<Explanation> kept = new MoveObstacles(look.directory()).of(holders);
        if (!kept.isEmpty()) {
            return MoveOutput.not(move, "NOT_MOVED", kept);
        }
        var plans = new ArrayList<Plan>();
        Optional<PolicyRefused> refused = move.first()
                .flatMap(wish -> add(planner(look.tenant(), PolicyUsers.NOBODY).plan(wish), plans));
        Tenant then = Ahead.of(plans).in(look.tenant());
        List<LeftOut> left = refused.isPresent() ? List.of() : moved(move, holders, then, plans);
        if (refused.isEmpty() && left.isEmpty()) {
            var users = new PolicyUsers(0, 0, holders.granted().size());
            refused = add(planner(then, users).plan(new PolicyWish.NoPolicy(move.from())), plans);
        }
        return refused.map(it -> MoveOutput.not(move, it.why().name(), it.details()))
                .orElseGet(() -> left.isEmpty()
                        ? MoveOutput.of(move, plans, look.everybody())
                        : MoveOutput.not(move, "NOT_MOVED", new LeftBehind(look.directory()).of(left)));
    }

    private PolicyPlanner planner(Tenant tenant, PolicyUsers users) {
        return new PolicyPlanner(tenant, look.settings(), _ -> users);
    }

    private static Optional<PolicyRefused> add(OfPolicy planned, List<Plan> plans) {
        return switch (planned) {
            case PolicyReady(var plan, _) -> {
                plans.add(plan);
                yield Optional.empty();
            }
            case PolicyRefused refused -> Optional.of(refused);
        };
    }

    /** Adds the plans of those who can be moved; the others are returned. */
    private List<LeftOut> moved(PolicyMove move, PolicyHolders holders, Tenant then, List<Plan> plans) {
        var left = new ArrayList<LeftOut>();
        var later = new TenantSession(look.ports(), look.readings(), then, look.settings(), look.said());
        List<ChangeRequest> changes = holders.granted().stream()
                .map(person ->
                        new ChangeRequest(UserId.LINEKEEPER, new Intent.EnrolPerson(person, move.to(), false), ""))
                .toList();
        later.planned(changes, _ -> {}).forEach((change, result) -> {
            if (result instanceof OnlyPlanned(Ready(var plan, _))) {
                plans.add(plan.forBatch(changes.size()));
            } else {
                RowReasons.leftOut(change, result).ifPresent(left::add);
            }
        });
        return left;
    }
}
