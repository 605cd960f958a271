package dev.linekeeper.core.readiness;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.JudgementMode;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.TenantCase;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.stream.Stream;

/**
 * Readiness reports: what every rule says of a person, a policy, a resource account or the tenant. Nothing is read here
 * and nothing is guessed: a rule whose datum is missing is {@link dev.linekeeper.core.readiness.judgement.Verdict.Unknown}. One object judges any number of
 * people against one reading of the tenant and keeps what they share; the static methods are for a single question.
 * Safe for many threads.
 */
public final class Readiness {
    /**
     * The version of judgement, a part of every plan's fingerprint: a plan approved under another version is not
     * applied but goes back to its approvers. It changes when a rule is added or removed, when the {@link Rule#revision
     * revision} of a rule is raised, and with what is published ({@code published.properties}); never with words. A
     * test compares what every rule says of every example with what it said before, and fails where a verdict changed
     * and the revision did not.
     */
    public static final String VERSION =
            version(Stream.concat(rules().stream(), numberRules().stream()).toList());

    private final TenantCase tenantCase;

    /**
     * Readiness as of one reading of a tenant.
     *
     * @param settings how the tenant wants to be judged
     */
    public Readiness(Tenant tenant, JudgementSettings settings) {
        this.tenantCase = new TenantCase(
                tenant, settings, RuleCatalogues.OF_A_TENANT, RuleCatalogues.OF_A_POLICY, RuleCatalogues.OF_AN_ACCOUNT);
    }

    /** All rules, as a person is judged by them, in the order in which they are shown. */
    public static List<Rule<PersonCase>> rules() {
        return RuleCatalogues.OF_A_PERSON.rules();
    }

    /** The rules for a number of one's own, as they are shown after the others. */
    public static List<Rule<PersonCase>> numberRules() {
        return NumberRules.ALL;
    }

    /** The person as they are. */
    public static Report<PersonCase> audit(Person person, Tenant tenant, JudgementSettings settings) {
        return new Readiness(tenant, settings).audit(person);
    }

    /**
     * The person as they would be under {@code target}.
     *
     * @param releaseNumber whether giving the person's own number away has been asked for
     */
    public static Report<PersonCase> plan(
            Person person, Tenant tenant, JudgementSettings settings, PolicyName target, boolean releaseNumber) {
        return new Readiness(tenant, settings).plan(person, target, releaseNumber);
    }

    /** A Shared Calling policy with its account, as far as it does not depend on who uses it. */
    public static Report<PolicyCase> policy(PolicyName policy, Tenant tenant, JudgementSettings settings) {
        return new Readiness(tenant, settings).policy(policy);
    }

    /** A resource account, whichever policies name it. */
    public static Report<AccountCase> account(UserId account, Tenant tenant, JudgementSettings settings) {
        return new Readiness(tenant, settings).account(account);
    }

    /** The person as they are. */
    public Report<PersonCase> audit(Person person) {
        return RuleCatalogues.OF_A_PERSON.judge(PersonCase.audited(person, tenantCase), JudgementMode.AUDIT);
    }

    /** The person as they would be under {@code target}. */
    public Report<PersonCase> plan(Person person, PolicyName target, boolean releaseNumber) {
        return RuleCatalogues.OF_A_PERSON.judge(
                PersonCase.planned(person, tenantCase, target, releaseNumber), JudgementMode.PLAN);
    }

    /** The person as they would be with a number of their own, or in an audit as they are with it. */
    public Report<PersonCase> with(GivenNumber number, Person person, JudgementMode mode) {
        return RuleCatalogues.OF_A_NUMBER.judge(PersonCase.with(number, person, tenantCase, mode), mode);
    }

    /** A Shared Calling policy with its account, as far as it does not depend on who uses it. */
    public Report<PolicyCase> policy(PolicyName policy) {
        return tenantCase.report(tenantCase.policy(policy));
    }

    /** A resource account, whichever policies name it. */
    public Report<AccountCase> account(UserId account) {
        return tenantCase.report(tenantCase.account(account));
    }

    /** The tenant itself. */
    public Report<TenantCase> tenant() {
        return tenantCase.report();
    }

    static String version(List<? extends Rule<?>> rules) {
        var judgement = new StringBuilder(PublishedData.text());
        rules.forEach(rule -> judgement
                .append(rule.id())
                .append(rule.revision())
                .append(rule.mayFail())
                .append(rule.prerequisites()));
        return "2-" + Integer.toHexString(judgement.toString().hashCode());
    }
}
