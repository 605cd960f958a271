package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Locale;
import java.util.Optional;

/**
 * The policy of one kind that applies to a person, as it is stored with a plan: an {@link Assignment} without the times
 * it was read at.
 *
 * @param group the group that grants it, when the origin is a group
 * @param beneath what a group or the tenant grants beneath a direct grant; empty when there is no direct grant or it
 *     could not be read
 */
public record EffectivePolicy(
        PolicyName policy, Origin origin, Optional<GroupId> group, Optional<EffectivePolicy> beneath) {

    /** Who granted a policy. */
    public enum Origin {
        DIRECT,
        GROUP,
        GLOBAL
    }

    public static EffectivePolicy of(Assignment assignment) {
        return switch (assignment) {
            case Assignment.Direct(var policy, var beneath) ->
                new EffectivePolicy(
                        policy, Origin.DIRECT, Optional.empty(), beneath.known().map(EffectivePolicy::of));
            case Assignment.ByGroup(var policy, var group) ->
                new EffectivePolicy(policy, Origin.GROUP, Optional.of(group), Optional.empty());
            case Assignment.Inherited inherited ->
                new EffectivePolicy(inherited.policy(), Origin.GLOBAL, Optional.empty(), Optional.empty());
        };
    }

    /** Such as {@code Seattle (direct)}. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(policy, origin.name().toLowerCase(Locale.ROOT));
    }

    /** The same without what lies beneath it, which not every reading knows. */
    public EffectivePolicy alone() {
        return new EffectivePolicy(policy, origin, group, Optional.empty());
    }

    /** Whether somebody granted the same, whatever lies beneath it, which not every reading knows. */
    boolean isSameGrant(EffectivePolicy other) {
        return policy.equals(other.policy) && origin == other.origin && group.equals(other.group);
    }

    /** The policy granted to the person directly, when there is one: the only part of it we ever change. */
    Optional<PolicyName> direct() {
        return origin == Origin.DIRECT ? Optional.of(policy) : Optional.empty();
    }

    /** What is in force once {@code policy} is granted directly on top of {@code now}. */
    static EffectivePolicy granted(PolicyName policy, Optional<EffectivePolicy> now) {
        return new EffectivePolicy(policy, Origin.DIRECT, Optional.empty(), now.flatMap(EffectivePolicy::revoked));
    }

    /** What is in force once the direct grant is taken away; empty when that could not be read. */
    Optional<EffectivePolicy> revoked() {
        return origin == Origin.DIRECT ? beneath : Optional.of(this);
    }
}
