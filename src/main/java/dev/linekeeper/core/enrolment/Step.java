package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import dev.linekeeper.core.tenant.person.Change;
import java.util.Optional;

/**
 * One step of a plan, safe to repeat.
 *
 * @param change what is done to a person; empty for {@link StepName#VERIFY}, and where what stands behind people is changed
 * @param policyChange what is done to a Shared Calling policy; empty in every plan for a person
 * @param fix what else behind people is put right; empty in every plan for a person or a policy
 * @param groupGrant what is done to the policy of a group; empty in every plan for anything else
 * @param target what is granted, released or switched: a policy, a number, {@code on} or {@code off}; {@code none} when
 *     a direct grant is taken away
 * @param before what is in force until then, in the same words
 * @param after what is in force from then on; {@code unknown} when a group or the Global policy takes over and could
 *     not be read
 */
public record Step(
        StepName name,
        Optional<Change> change,
        Optional<SharedCallingChange> policyChange,
        Optional<Fix<?>> fix,
        Optional<GroupGrantChange> groupGrant,
        String target,
        String before,
        String after) {

    static final String ON = "on";
    static final String OFF = "off";
    public static final String NONE = "none";
    static final String UNKNOWN = "unknown";

    /** A step of a plan for a person. */
    public Step(StepName name, Optional<Change> change, String target, String before, String after) {
        this(name, change, Optional.empty(), Optional.empty(), Optional.empty(), target, before, after);
    }

    /** Whether it changes something; else it only looks. */
    public boolean changesSomething() {
        return change.isPresent() || policyChange.isPresent() || fix.isPresent() || groupGrant.isPresent();
    }

    /** The step in words, such as {@code Grant Shared Calling London}. */
    public Explanation title() {
        return Explanation.of("plan.step." + name, target);
    }

    /** A step that grants a policy to a group, or takes one from it. */
    public static Step of(GroupGrantChange change) {
        var grant = change.after().or(change::before).orElseThrow();
        return new Step(
                change.after().isPresent() ? StepName.GRANT_TO_GROUP : StepName.TAKE_FROM_GROUP,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(change),
                grant.policy().value(),
                change.before().map(GroupGrant::text).orElse(NONE),
                change.after().map(GroupGrant::text).orElse(NONE));
    }

    static String voice(boolean on) {
        return on ? ON : OFF;
    }

    public static Step verify() {
        return new Step(StepName.VERIFY, Optional.empty(), "", "", "");
    }
}
