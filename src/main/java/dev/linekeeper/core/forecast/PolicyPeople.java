package dev.linekeeper.core.forecast;

import dev.linekeeper.core.callerid.CallPath;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import java.util.EnumMap;
import java.util.function.Consumer;

/**
 * How many people have a Shared Calling policy, whether it was granted to them, to a group or to everybody.
 *
 * @param counted who call under it, also those of whom one of several lines does
 * @param withOwnNumber who have it and call with a number of their own, so that it is not used
 * @param unread of whom it could not be read whether they call under it
 */
public record PolicyPeople(PolicyName policy, int counted, int withOwnNumber, int unread) {
    private enum CountedAs {
        UNDER_IT,
        WITH_OWN_NUMBER,
        UNREAD,
        ELSEWHERE
    }

    /** Counts; {@code everybody} hands over every person of the tenant, one after the other. */
    public static PolicyPeople of(PolicyName policy, Tenant tenant, Consumer<Consumer<Person>> everybody) {
        var counts = new EnumMap<CountedAs, Integer>(CountedAs.class);
        everybody.accept(person -> counts.merge(countedAs(person, policy, tenant), 1, Integer::sum));
        return new PolicyPeople(
                policy,
                counts.getOrDefault(CountedAs.UNDER_IT, 0),
                counts.getOrDefault(CountedAs.WITH_OWN_NUMBER, 0),
                counts.getOrDefault(CountedAs.UNREAD, 0));
    }

    /** Whether everybody could be read, so that {@link #counted} is not merely the least there are. */
    public boolean isComplete() {
        return unread == 0;
    }

    private static CountedAs countedAs(Person person, PolicyName policy, Tenant tenant) {
        return switch (person.policy(PolicyKind.SHARED_CALLING)) {
            case Fact.Missing<Assignment> _ -> CountedAs.UNREAD;
            case Fact.Known(var now, _, _)
            when now.policy().equals(policy) -> byNumber(person, tenant);
            case Fact.Known<Assignment> _ -> byLines(person, policy);
        };
    }

    private static CountedAs byNumber(Person person, Tenant tenant) {
        if (person.primaryNumber() instanceof Fact.Missing) {
            return CountedAs.UNREAD;
        }
        return CallPath.callsWithOwnNumber(person, tenant) ? CountedAs.WITH_OWN_NUMBER : CountedAs.UNDER_IT;
    }

    /** An alternate line may have a policy of its own. */
    private static CountedAs byLines(Person person, PolicyName policy) {
        var lines = person.lines().known().stream()
                .flatMap(held -> held.stream())
                .filter(line -> line.category() == Line.Category.ALTERNATE)
                .map(Line::sharedCalling)
                .toList();
        if (lines.stream()
                .anyMatch(
                        granted -> Fact.present(granted).filter(policy::equals).isPresent())) {
            return CountedAs.UNDER_IT;
        }
        return lines.stream().anyMatch(Fact.Missing.class::isInstance) ? CountedAs.UNREAD : CountedAs.ELSEWHERE;
    }
}
