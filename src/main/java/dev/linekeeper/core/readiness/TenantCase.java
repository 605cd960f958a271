package dev.linekeeper.core.readiness;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One reading of a tenant and the settings to judge it by. What people share (policies, accounts, routes) is judged
 * once and kept for all of them, so whoever judges many people uses one case. Safe for many threads.
 */
public final class TenantCase {
    private final Tenant tenant;
    private final Settings settings;
    private final Routing routing;
    private final Inventory inventory;
    private final Map<PolicyName, PolicyCase> policies = new ConcurrentHashMap<>();
    private final Map<UserId, AccountCase> accounts = new ConcurrentHashMap<>();
    private final Map<PolicyName, Report<PolicyCase>> policyReports = new ConcurrentHashMap<>();
    private final Map<UserId, Report<AccountCase>> accountReports = new ConcurrentHashMap<>();
    private final Once<Report<TenantCase>> report;
    private final Catalogue<PolicyCase> rulesOfPolicies;
    private final Catalogue<AccountCase> rulesOfAccounts;

    TenantCase(
            Tenant tenant,
            Settings settings,
            Catalogue<TenantCase> rules,
            Catalogue<PolicyCase> rulesOfPolicies,
            Catalogue<AccountCase> rulesOfAccounts) {
        this.tenant = tenant;
        this.settings = settings;
        this.report = new Once<>(() -> rules.judge(this, Mode.AUDIT));
        this.rulesOfPolicies = rulesOfPolicies;
        this.rulesOfAccounts = rulesOfAccounts;
        this.routing = new Routing(tenant);
        this.inventory = new Inventory(tenant);
    }

    public Tenant tenant() {
        return tenant;
    }

    public Settings settings() {
        return settings;
    }

    public PolicyCase policy(PolicyName name) {
        return policies.computeIfAbsent(name, asked -> PolicyCase.of(asked, this));
    }

    public AccountCase account(UserId id) {
        return accounts.computeIfAbsent(id, asked -> AccountCase.of(asked, this));
    }

    /** What a policy says; missing when the policies were not read, or have none of that name. */
    <P extends Policy> Fact<P> content(PolicyName name, Class<P> type) {
        return Fact.required(
                tenant.policy(name, type),
                () -> "there is no %s named %s".formatted(PolicyKind.of(type).type(), name));
    }

    Routing routing() {
        return routing;
    }

    Inventory inventory() {
        return inventory;
    }

    Report<TenantCase> report() {
        return report.get();
    }

    Report<PolicyCase> report(PolicyCase policy) {
        var kept = policyReports.get(policy.name());
        return kept != null
                ? kept
                : policyReports.computeIfAbsent(policy.name(), _ -> rulesOfPolicies.judge(policy, Mode.AUDIT));
    }

    Report<AccountCase> report(AccountCase account) {
        var kept = accountReports.get(account.id());
        return kept != null
                ? kept
                : accountReports.computeIfAbsent(account.id(), _ -> rulesOfAccounts.judge(account, Mode.AUDIT));
    }
}
