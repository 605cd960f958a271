package dev.linekeeper.core.site;

import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.TenantCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A site to be looked at.
 *
 * @param policy what its Shared Calling policy says now; empty where there is none of the name
 * @param account what the rules say of its resource account: the one that was chosen, else the one its policy names
 * @param served what the rules say of the policy; empty unless that policy serves that account
 */
record SiteCase(
        SiteName name,
        SiteChoices choices,
        Tenant tenant,
        JudgementSettings settings,
        Report<TenantCase> shared,
        Fact<Optional<SharedCalling>> policy,
        Optional<Report<AccountCase>> account,
        Optional<Report<PolicyCase>> served) {

    static SiteCase of(SiteName name, SiteChoices choices, Tenant tenant, JudgementSettings settings) {
        var readiness = new Readiness(tenant, settings);
        var policyName = policyName(name, choices);
        var policy = tenant.sharedCalling(policyName);
        Optional<UserId> named = Fact.present(policy).flatMap(SharedCalling::resourceAccount);
        Optional<UserId> account = choices.account()
                .map(chosen -> SiteCandidates.there(chosen, tenant))
                .or(() -> named);
        return new SiteCase(
                name,
                choices,
                tenant,
                settings,
                readiness.tenant(),
                policy,
                account.map(readiness::account),
                Fact.present(policy)
                        .filter(_ -> named.isEmpty() || named.equals(account))
                        .map(found -> readiness.policy(found.name())));
    }

    private static PolicyName policyName(SiteName name, SiteChoices choices) {
        return choices.policy().orElseGet(() -> new PolicyName(name.value()));
    }

    /** As the tenant spells it where there is one. */
    PolicyName policyName() {
        return Fact.present(policy).map(SharedCalling::name).orElseGet(() -> policyName(name, choices));
    }

    /** What a rule says here, seen from the policy, else from the account, else from the tenant. */
    Optional<Finding<?>> find(Rule<?> rule) {
        return Stream.of(served, account, Optional.of(shared))
                .flatMap(Optional::stream)
                .<Finding<?>>flatMap(report -> report.findings().find(rule.id()).stream())
                .findFirst();
    }

    /** The number of the account; empty while there is neither. */
    Optional<Fact<TelephoneNumber>> number() {
        return account.flatMap(report -> Fact.unlessAbsent(report.subject().number()));
    }

    /** What somebody may answer for here. */
    Optional<AttestedCase> attested() {
        return served.map(Report::subject)
                .map(AttestedCase::of)
                .or(() -> account.map(Report::subject).map(AttestedCase::of));
    }
}
