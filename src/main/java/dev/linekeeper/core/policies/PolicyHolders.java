package dev.linekeeper.core.policies;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who has a Shared Calling policy, by what gives it to them. A grant of one's own can be moved to another policy; who has it
 * from a group or on a line keeps it there, whatever is granted to them.
 */
public final class PolicyHolders {
    private final PolicyName policy;
    private final List<UserId> granted = new ArrayList<>();
    private final Map<GroupId, Integer> byGroup = new LinkedHashMap<>();
    private final List<String> onLines = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    public PolicyHolders(PolicyName policy) {
        this.policy = policy;
    }

    /** Takes in one person more. */
    public void look(Person person) {
        switch (person.policy(PolicyKind.SHARED_CALLING)) {
            case Fact.Known(Assignment.Direct(var name, var beneath), _, _) -> {
                if (name.equals(policy)) {
                    granted.add(person.id());
                }
                beneath.known().ifPresent(this::fromGroup);
            }
            case Fact.Known(var now, _, _) -> fromGroup(now);
            case Fact.Missing<Assignment> _ -> unread.add(person.displayName());
        }
        if (person.lines().known().orElse(List.of()).stream().anyMatch(this::hasIt)) {
            onLines.add(person.displayName());
        }
    }

    private void fromGroup(Assignment now) {
        if (now instanceof Assignment.ByGroup(var name, var group) && name.equals(policy)) {
            byGroup.merge(group, 1, Integer::sum);
        }
    }

    private boolean hasIt(Line line) {
        return Fact.present(line.sharedCalling()).filter(policy::equals).isPresent();
    }

    public PolicyName policy() {
        return policy;
    }

    /** Those who have it by a grant of their own. */
    public List<UserId> granted() {
        return List.copyOf(granted);
    }

    /** The groups that grant it, with how many people have it from there, or would without a grant of their own. */
    public Map<GroupId, Integer> byGroup() {
        return Map.copyOf(byGroup);
    }

    /** The names of those who have it on one of their lines. */
    public List<String> onLines() {
        return List.copyOf(onLines);
    }

    /** The names of those of whom it could not be read. */
    public List<String> unread() {
        return List.copyOf(unread);
    }
}
