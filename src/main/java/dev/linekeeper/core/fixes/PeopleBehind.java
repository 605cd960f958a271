package dev.linekeeper.core.fixes;

import dev.linekeeper.core.policies.PolicyUsers;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.PolicyFix;
import dev.linekeeper.core.tenant.person.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who depends on what a fix changes: on its policy where it is about one that is there or that people wait for, else on the account.
 *
 * @param said how many
 * @param nobody whether none of them calls by the account
 * @param shown who will show another number, where it is about caller IDs
 * @param worse what a rule says then of somebody of whom it says nothing so grave now
 */
record PeopleBehind(Explanation said, boolean nobody, List<? extends Finding<?>> worse, Optional<Explanation> shown) {
    /** Looks at everybody once. */
    static Fact<PeopleBehind> of(
            Fix<?> fix, Tenant tenant, JudgementSettings settings, Consumer<Consumer<Person>> everybody) {
        return fix instanceof PolicyFix<?> it && !(it instanceof EmergencyRoutingPolicy && isMade(it))
                ? tenant.policies(it.kind()).map(_ -> ofPolicy(it, tenant, settings, everybody))
                : ofAccount(fix, tenant, everybody);
    }

    private static boolean isMade(PolicyFix<?> fix) {
        return fix.before().isEmpty();
    }

    private static PeopleBehind ofPolicy(
            PolicyFix<?> fix, Tenant tenant, JudgementSettings settings, Consumer<Consumer<Person>> everybody) {
        var reach = new PolicyReach(fix, new Readiness(tenant, settings), new Readiness(fix.madeIn(tenant), settings));
        everybody.accept(reach::look);
        String key = isMade(fix) ? "plan.risk.fix.waiting" : "plan.risk.fix.having";
        return new PeopleBehind(
                Explanation.of(
                        reach.unread() == 0 ? key : key + "-at-least",
                        isMade(fix) ? reach.failing() : reach.having(),
                        reach.unread(),
                        reach.failing()),
                reach.under() == 0,
                reach.worse(),
                fix instanceof CallerIdPolicy ? Optional.of(reach.shown()) : Optional.empty());
    }

    private static Fact<PeopleBehind> ofAccount(Fix<?> fix, Tenant tenant, Consumer<Consumer<Person>> everybody) {
        return tenant.sharedCalling().map(all -> {
            var users = new HashMap<PolicyName, PolicyUsers>();
            all.stream()
                    .filter(policy -> policy.resourceAccount().equals(Optional.of(fix.account())))
                    .map(SharedCalling::name)
                    .forEach(name -> users.put(name, PolicyUsers.NOBODY));
            if (!users.isEmpty()) {
                everybody.accept(person -> users.replaceAll((name, some) -> some.with(person, name)));
            }
            int using = users.values().stream().mapToInt(PolicyUsers::using).sum();
            int unread =
                    users.values().stream().mapToInt(PolicyUsers::unread).max().orElse(0);
            return new PeopleBehind(
                    Explanation.of(
                            unread == 0 ? "plan.risk.policy.people" : "plan.risk.policy.people-at-least",
                            using,
                            unread),
                    using == 0,
                    List.of(),
                    Optional.empty());
        });
    }
}
