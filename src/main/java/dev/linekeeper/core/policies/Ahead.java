package dev.linekeeper.core.policies;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
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
        return made.stream().reduce(tenant, TenantThen::with, (_, last) -> last);
    }
}
