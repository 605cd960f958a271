package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.Optional;

/**
 * A Shared Calling policy to be judged.
 *
 * @param policy empty when there is no such policy
 * @param account the resource account it names; empty when it names none
 */
public record PolicyCase(
        PolicyName name,
        TenantCase tenantCase,
        Fact<Optional<Policy.SharedCalling>> policy,
        Fact<Optional<AccountCase>> account) {

    static PolicyCase of(PolicyName name, TenantCase tenantCase) {
        var policy = tenantCase.tenant().sharedCalling(name);
        var account = policy.map(
                found -> found.flatMap(Policy.SharedCalling::resourceAccount).map(tenantCase::account));
        return new PolicyCase(name, tenantCase, policy, account);
    }

    /** The number people call with; empty when there is none the inventory knows. */
    public Fact<Optional<TelephoneNumber>> number() {
        return Fact.flatMapPresent(account, AccountCase::number);
    }

    /** The country of that number. */
    public Fact<Optional<Country>> country() {
        return Fact.flatMapPresent(account, AccountCase::country);
    }
}
