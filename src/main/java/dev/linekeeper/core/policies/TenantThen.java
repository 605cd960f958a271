package dev.linekeeper.core.policies;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The tenant as a change of a Shared Calling policy would leave it. */
final class TenantThen {
    private TenantThen() {}

    /** Where the policy says that. */
    static Tenant with(Tenant tenant, SharedCalling wanted) {
        var policies = new EnumMap<PolicyKind, Fact<Map<PolicyName, Policy>>>(PolicyKind.class);
        policies.putAll(tenant.policies());
        policies.put(
                PolicyKind.SHARED_CALLING,
                tenant.policies(PolicyKind.SHARED_CALLING).map(all -> {
                    var changed = new HashMap<>(all);
                    changed.put(wanted.name(), wanted);
                    return Map.copyOf(changed);
                }));
        return tenant.with(policies);
    }
}
