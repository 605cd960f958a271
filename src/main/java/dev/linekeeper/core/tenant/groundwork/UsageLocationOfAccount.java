package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/**
 * The country in which the licences of a resource account may be used, as
 * <a href="https://learn.microsoft.com/graph/api/user-update">Graph</a> sets it (rule RES-03); it is never taken away.
 */
public record UsageLocationOfAccount(
        UserId account, String userPrincipalName, Optional<Country> before, Optional<Country> after)
        implements Fix<Country> {
    @Override
    public Groundwork subject() {
        return new Groundwork(GroundworkKind.ACCOUNT, userPrincipalName);
    }

    @Override
    public UsageLocationOfAccount between(Optional<Country> from, Optional<Country> to) {
        return new UsageLocationOfAccount(account, userPrincipalName, from, to);
    }

    @Override
    public Fact<Optional<Country>> now(Tenant tenant) {
        return Fact.required(
                        tenant.resourceAccount(account), () -> "there is no account %s".formatted(userPrincipalName))
                .flatMap(ResourceAccount::usageLocation);
    }

    @Override
    public Optional<Explanation> stays() {
        return before.isEmpty() ? Optional.of(Explanation.of("policy.usage-location-stays")) : Optional.empty();
    }

    @Override
    public Tenant madeIn(Tenant tenant) {
        return Fact.present(tenant.resourceAccount(account))
                .map(it -> tenant.with(it.in(it.usageLocation().map(_ -> after))))
                .orElse(tenant);
    }
}
