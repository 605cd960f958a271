package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Person;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A person to be judged: as they are, or as they would be under {@code target}.
 *
 * @param target the Shared Calling policy the person would be given; empty in an audit
 * @param releaseNumber whether giving the person's own number away has been asked for
 * @param sharedCalling the policy to judge the person under: the target, or in an audit the one that applies now
 */
public record PersonCase(
        Person person,
        TenantCase tenantCase,
        Optional<PolicyName> target,
        boolean releaseNumber,
        Fact<PolicyCase> sharedCalling) {

    public static PersonCase audited(Person person, TenantCase tenantCase) {
        var current =
                person.policy(PolicyKind.SHARED_CALLING).map(Assignment::policy).map(tenantCase::policy);
        return new PersonCase(person, tenantCase, Optional.empty(), false, current);
    }

    public static PersonCase planned(Person person, TenantCase tenantCase, PolicyName target, boolean releaseNumber) {
        var policy = tenantCase.policy(target);
        return new PersonCase(
                person,
                tenantCase,
                Optional.of(target),
                releaseNumber,
                policy.policy().map(_ -> policy));
    }

    public Tenant tenant() {
        return tenantCase.tenant();
    }

    public JudgementSettings settings() {
        return tenantCase.settings();
    }

    public JudgementMode mode() {
        return target.isPresent() ? JudgementMode.PLAN : JudgementMode.AUDIT;
    }

    /** What the policy of a kind says that applies to the person now. */
    public <P extends Policy> Fact<P> assigned(Class<P> type) {
        return person.policy(PolicyKind.of(type)).flatMap(assignment -> tenantCase.content(assignment.policy(), type));
    }

    /** The number the person calls with under the policy; empty when there is none the inventory knows. */
    public Fact<Optional<TelephoneNumber>> sharedNumber() {
        return sharedCalling.flatMap(PolicyCase::number);
    }

    /** Where the person may need help: the country of the shared number, and the one they live in. */
    public Fact<Set<Country>> countries() {
        return sharedCalling.flatMap(PolicyCase::country).with(person.entry().usageLocation(), (shared, own) -> {
            var all = new HashSet<Country>();
            shared.ifPresent(all::add);
            own.ifPresent(all::add);
            return all;
        });
    }
}
