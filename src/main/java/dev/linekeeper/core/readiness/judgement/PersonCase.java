package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.core.tenant.person.Person;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A person to be judged: as they are, as they would be under {@code target}, or with a number of their own.
 *
 * @param target the Shared Calling policy the person would be given; empty in an audit
 * @param releaseNumber whether giving the person's own number away has been asked for
 * @param given the number of their own they are judged with instead; empty where they call with a shared one
 * @param sharedCalling the policy to judge the person under: the target, else the one that applies now
 */
public record PersonCase(
        Person person,
        TenantCase tenantCase,
        JudgementMode mode,
        Optional<PolicyName> target,
        boolean releaseNumber,
        Optional<GivenNumber> given,
        Fact<PolicyCase> sharedCalling) {

    public static PersonCase audited(Person person, TenantCase tenantCase) {
        return new PersonCase(
                person,
                tenantCase,
                JudgementMode.AUDIT,
                Optional.empty(),
                false,
                Optional.empty(),
                current(person, tenantCase));
    }

    /** With a number of their own: as they would be once it is given, or in an audit as they are with it. */
    public static PersonCase with(GivenNumber number, Person person, TenantCase tenantCase, JudgementMode mode) {
        return new PersonCase(
                person, tenantCase, mode, Optional.empty(), false, Optional.of(number), current(person, tenantCase));
    }

    private static Fact<PolicyCase> current(Person person, TenantCase tenantCase) {
        return person.policy(PolicyKind.SHARED_CALLING).map(Assignment::policy).map(tenantCase::policy);
    }

    public static PersonCase planned(Person person, TenantCase tenantCase, PolicyName target, boolean releaseNumber) {
        var policy = tenantCase.policy(target);
        return new PersonCase(
                person,
                tenantCase,
                JudgementMode.PLAN,
                Optional.of(target),
                releaseNumber,
                Optional.empty(),
                policy.policy().map(_ -> policy));
    }

    public Tenant tenant() {
        return tenantCase.tenant();
    }

    public JudgementSettings settings() {
        return tenantCase.settings();
    }

    /** What the policy of a kind says that applies to the person now. */
    public <P extends Policy> Fact<P> assigned(Class<P> type) {
        return person.policy(PolicyKind.of(type)).flatMap(assignment -> tenantCase.content(assignment.policy(), type));
    }

    /** The number the person calls with under the policy, or their own; empty when there is none the inventory knows. */
    public Fact<Optional<TelephoneNumber>> number() {
        return given.map(own -> tenant().number(own.number()).map(found -> found.map(own::placed)))
                .orElseGet(() -> sharedCalling.flatMap(PolicyCase::number));
    }

    /** Where the person may need help: the country of the number they call with, and the one they live in. */
    public Fact<Set<Country>> countries() {
        return Fact.flatMapPresent(number(), tenantCase::country)
                .with(person.entry().usageLocation(), (shared, own) -> {
                    var all = new HashSet<Country>();
                    shared.ifPresent(all::add);
                    own.ifPresent(all::add);
                    return all;
                });
    }
}
