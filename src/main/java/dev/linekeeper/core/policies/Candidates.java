package dev.linekeeper.core.policies;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a Shared Calling policy could be made of, as far as it can be told beforehand: the plan is judged all the same. */
public record Candidates(Tenant tenant, JudgementSettings settings) {
    private static final PolicyName SOME = new PolicyName("?");

    /** The accounts about which no rule fails; those that serve no policy yet come first. */
    public List<ResourceAccount> accounts() {
        var readiness = new Readiness(tenant, settings);
        return tenant.resourceAccounts().known().orElse(Map.of()).values().stream()
                .filter(account ->
                        readiness.account(account.id()).with(Outcome.FAIL).isEmpty())
                .sorted(Comparator.comparing(this::serves).thenComparing(ResourceAccount::displayName))
                .toList();
    }

    /** The policies that people of another could be moved to: about which no rule fails, by name. */
    public List<PolicyName> targets(SharedCalling from) {
        return fit().stream().filter(name -> !name.equals(from.name())).toList();
    }

    /** The policies about which no rule fails, by name. */
    public List<PolicyName> fit() {
        return tenant.sharedCalling().known().orElse(List.of()).stream()
                .map(SharedCalling::name)
                .filter(name -> !name.isGlobal())
                .filter(name -> Readiness.policy(name, tenant, settings)
                        .with(Outcome.FAIL)
                        .isEmpty())
                .toList();
    }

    private boolean serves(ResourceAccount account) {
        return tenant.sharedCalling().known().orElse(List.of()).stream()
                .anyMatch(policy -> policy.resourceAccount().equals(Optional.of(account.id())));
    }

    /** Free numbers that are wanted and every rule lets be callback numbers beside that account's own, in their order. */
    public List<PhoneNumber> callbacks(UserId account, Predicate<PhoneNumber> wanted, int limit) {
        return tenant.numbers().known().orElse(Map.of()).values().stream()
                .filter(number -> number.status() == NumberStatus.UNASSIGNED)
                .map(TelephoneNumber::number)
                .sorted(Comparator.comparing(PhoneNumber::toString))
                .filter(wanted)
                .filter(number -> fits(number, account))
                .limit(limit)
                .toList();
    }

    private boolean fits(PhoneNumber number, UserId account) {
        var wanted = new SharedCalling(SOME, Optional.of(account), List.of(number), "");
        return PolicyJudgement.of(new SharedCallingChange(Optional.empty(), Optional.of(wanted)), tenant, settings)
                .isOfPoliciesWell();
    }
}
