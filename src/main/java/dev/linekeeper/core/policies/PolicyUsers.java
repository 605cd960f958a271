package dev.linekeeper.core.policies;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many people depend on a Shared Calling policy.
 *
 * @param using who has it, directly, by a group, or on one of their lines
 * @param unread people of whom that could not be read
 * @param moving who has it, and is moved to another one first
 */
public record PolicyUsers(int using, int unread, int moving) {
    public static final PolicyUsers NOBODY = new PolicyUsers(0, 0, 0);

    private enum Use {
        USES,
        UNREAD,
        USES_ANOTHER
    }

    /** The same with one more person looked at. */
    public PolicyUsers with(Person person, PolicyName policy) {
        return switch (use(person, policy)) {
            case USES -> new PolicyUsers(using + 1, unread, moving);
            case UNREAD -> new PolicyUsers(using, unread + 1, moving);
            case USES_ANOTHER -> this;
        };
    }

    /** The same with somebody more who will have another policy by then, whatever their lines have. */
    public PolicyUsers withMoved(Person person, PolicyName policy) {
        return onALine(person.lines(), policy).known().orElse(false)
                ? new PolicyUsers(using + 1, unread, moving)
                : new PolicyUsers(using, unread, moving + 1);
    }

    /** Those of two policies together. */
    public PolicyUsers and(PolicyUsers more) {
        return new PolicyUsers(using + more.using, unread + more.unread, moving + more.moving);
    }

    private static Use use(Person person, PolicyName policy) {
        Fact<Boolean> granted =
                person.policy(PolicyKind.SHARED_CALLING).map(Assignment::policy).map(policy::equals);
        Fact<Boolean> onALine = onALine(person.lines(), policy);
        return Stream.of(granted, onALine).anyMatch(it -> it.known().orElse(false))
                ? Use.USES
                : granted.known().isPresent() && onALine.known().isPresent() ? Use.USES_ANOTHER : Use.UNREAD;
    }

    private static Fact<Boolean> onALine(Fact<List<Line>> lines, PolicyName policy) {
        return lines.map(all ->
                all.stream().map(line -> Fact.present(line.sharedCalling())).anyMatch(Optional.of(policy)::equals));
    }
}
