package dev.linekeeper.core.groups;

import dev.linekeeper.core.enrolment.PlanResult.OfPolicy;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.policies.PolicyJudgement;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import java.util.List;
import java.util.Optional;

/** Why a policy is not granted to a group, whoever is in it: Teams has no place for it, or the policy serves nobody. */
record GrantObstacles(Tenant tenant, JudgementSettings settings) {
    /** @param back whether the group had it, so that the policy itself is not judged */
    Optional<OfPolicy> to(GroupGrant wanted, GroupGrantList now, boolean back) {
        int last = now.lastRank(wanted.group());
        if (last > GroupGrantList.MOST_GROUPS) {
            return Optional.of(noPlace(wanted, Explanation.of("group.full", GroupGrantList.MOST_GROUPS)));
        }
        if (wanted.rank() < 1 || wanted.rank() > last) {
            return Optional.of(noPlace(wanted, Explanation.of("group.rank", wanted.rank(), last)));
        }
        return back ? Optional.empty() : unfit(wanted.policy());
    }

    private static OfPolicy noPlace(GroupGrant wanted, Explanation why) {
        return GroupGrantPlanner.refused(wanted.group(), PolicyObstacle.NO_PLACE, why);
    }

    private Optional<OfPolicy> unfit(PolicyName policy) {
        return policy.isGlobal()
                ? refused(policy, PolicyObstacle.GLOBAL)
                : tenant.sharedCalling(policy)
                        .fold(
                                found -> found.isEmpty()
                                        ? refused(policy, PolicyObstacle.NO_SUCH_POLICY)
                                        : PolicyJudgement.of(found.get(), tenant, settings)
                                                .refusal()
                                                .map(refusal -> refusal),
                                why -> refused(
                                        policy, PolicyObstacle.NOT_READ, Explanation.of("policy.not-read", why)));
    }

    private static Optional<OfPolicy> refused(PolicyName policy, PolicyObstacle why, Explanation... details) {
        return Optional.of(new PolicyRefused(policy, why, List.of(), List.of(details)));
    }

    /** The name of a policy as the tenant has it. */
    PolicyName spelt(PolicyName policy) {
        return Fact.present(tenant.sharedCalling(policy))
                .map(SharedCalling::name)
                .orElse(policy);
    }
}
