package dev.linekeeper.core.policies;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What those who are asked for together will have done when it is somebody's {@link BatchTurn}, so that a plan can be made of it now.
 *
 * @param made Shared Calling policies that will be there
 * @param moved people who will have another policy by a grant of their own
 */
public record Ahead(List<SharedCalling> made, Set<UserId> moved) {
    public static final Ahead NOTHING = new Ahead(List.of(), Set.of());

    public Ahead {
        made = List.copyOf(made);
        moved = Set.copyOf(moved);
    }

    /** What these plans for policies make. */
    public static Ahead of(List<Plan> plans) {
        return new Ahead(
                plans.stream()
                        .flatMap(plan -> PolicyPlanner.change(plan).after().stream())
                        .toList(),
                Set.of());
    }

    /** The same once the people among them are moved. */
    public Ahead moving(Set<Subject> subjects) {
        return new Ahead(
                made,
                subjects.stream().flatMap(subject -> subject.person().stream()).collect(Collectors.toSet()));
    }

    /** The tenant with the policies that will be there. */
    public Tenant in(Tenant tenant) {
        return made.stream().reduce(tenant, (now, policy) -> with(policy, now), (_, last) -> last);
    }

    /** The tenant where a policy says that. */
    static Tenant with(SharedCalling wanted, Tenant tenant) {
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
