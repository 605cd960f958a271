package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One reading of a tenant and the settings to judge it by. What people share (policies, accounts, routes) is judged
 * once and cached, so judge many people with one case. Safe for many threads.
 */
public final class TenantCase {
    private final Tenant tenant;
    private final JudgementSettings settings;
    private final VoiceRouteTable routing;
    private final NumberUsage inventory;
    private final Map<PolicyName, PolicyCase> policies = new ConcurrentHashMap<>();
    private final Map<UserId, AccountCase> accounts = new ConcurrentHashMap<>();
    private final Map<PolicyName, Report<PolicyCase>> policyReports = new ConcurrentHashMap<>();
    private final Map<UserId, Report<AccountCase>> accountReports = new ConcurrentHashMap<>();
    private final Lazy<Report<TenantCase>> report;
    private final Catalogue<PolicyCase> rulesOfPolicies;
    private final Catalogue<AccountCase> rulesOfAccounts;

    public TenantCase(
            Tenant tenant,
            JudgementSettings settings,
            Catalogue<TenantCase> rules,
            Catalogue<PolicyCase> rulesOfPolicies,
            Catalogue<AccountCase> rulesOfAccounts) {
        this.tenant = tenant;
        this.settings = settings;
        this.report = new Lazy<>(() -> rules.judge(this, JudgementMode.AUDIT));
        this.rulesOfPolicies = rulesOfPolicies;
        this.rulesOfAccounts = rulesOfAccounts;
        this.routing = new VoiceRouteTable(tenant);
        this.inventory = new NumberUsage(tenant);
    }

    public Tenant tenant() {
        return tenant;
    }

    public JudgementSettings settings() {
        return settings;
    }

    public PolicyCase policy(PolicyName name) {
        return policies.computeIfAbsent(name, key -> PolicyCase.of(key, this));
    }

    public AccountCase account(UserId id) {
        return accounts.computeIfAbsent(id, key -> AccountCase.of(key, this));
    }

    /** What a policy says; missing when the policies were not read, or have none of that name. */
    public <P extends Policy> Fact<P> content(PolicyName name, Class<P> type) {
        return Fact.required(
                tenant.policy(name, type),
                () -> "there is no %s named %s".formatted(PolicyKind.of(type).type(), name));
    }

    /** The country of a number; empty when nothing says it. */
    public Fact<Optional<Country>> country(TelephoneNumber number) {
        return settings.numberCountries().of(number, tenant);
    }

    public VoiceRouteTable routing() {
        return routing;
    }

    public NumberUsage inventory() {
        return inventory;
    }

    public Report<TenantCase> report() {
        return report.get();
    }

    public Report<PolicyCase> report(PolicyCase policy) {
        var cached = policyReports.get(policy.name());
        return cached != null
                ? cached
                : policyReports.computeIfAbsent(policy.name(), _ -> rulesOfPolicies.judge(policy, JudgementMode.AUDIT));
    }

    public Report<AccountCase> report(AccountCase account) {
        var cached = accountReports.get(account.id());
        return cached != null
                ? cached
                : accountReports.computeIfAbsent(
                        account.id(), _ -> rulesOfAccounts.judge(account, JudgementMode.AUDIT));
    }
}
