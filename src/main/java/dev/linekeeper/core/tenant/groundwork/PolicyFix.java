package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import java.util.Optional;

/** A policy of the tenant that is made, changed or taken away: what it says before and after, empty where there is none. */
public sealed interface PolicyFix<V> extends Fix<V>
        permits EmergencyRoutingPolicy, EmptyRoutingPolicy, CallerIdPolicy, CallingPolicy {
    PolicyName name();

    PolicyKind kind();

    /** What of such a policy is set. */
    V said(Policy policy);

    /** The policy once it says that, else as it is; {@code now} is empty where it is made. */
    Policy saying(V value, Optional<Policy> now, Tenant tenant);

    /** Missing where policies of the kind, or this one, could not be read. */
    @Override
    default Fact<Optional<V>> now(Tenant tenant) {
        return policy(tenant).map(found -> found.map(this::said));
    }

    /** Without it the tenant is as it is: nobody has it then. */
    @Override
    default Tenant madeIn(Tenant tenant) {
        return after().map(value -> tenant.with(saying(value, Fact.present(policy(tenant)), tenant)))
                .orElse(tenant);
    }

    private Fact<Optional<Policy>> policy(Tenant tenant) {
        return tenant.policy(name(), kind().content()).map(found -> found.<Policy>map(it -> it));
    }
}
