package dev.linekeeper.chat.commands;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Person;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How two people would differ once a plan for one of them is done: what the plan leaves alone. */
final class ColleagueDifference {
    private ColleagueDifference() {}

    static Stream<Explanation> of(Person person, Person colleague, Plan plan) {
        Stream<Explanation> policies = Arrays.stream(PolicyKind.values())
                .filter(kind -> kind != PolicyKind.SHARED_CALLING)
                .filter(kind -> plan.changes().stream()
                        .noneMatch(change -> change instanceof Change.PolicyChange it && it.kind() == kind))
                .flatMap(kind ->
                        between(Explanation.of("policy-kind." + kind), policy(person, kind), policy(colleague, kind)));
        return Stream.concat(
                policies,
                Stream.concat(
                        between(Explanation.of("chat.like.country"), country(person), country(colleague)),
                        between(Explanation.of("chat.like.number"), ownNumber(person), ownNumber(colleague))));
    }

    private static Stream<Explanation> between(Explanation what, Fact<Object> mine, Fact<Object> theirs) {
        return mine.with(
                        theirs,
                        (one, other) -> one.equals(other)
                                ? List.<Explanation>of()
                                : List.of(Explanation.of("chat.like.differs", what, one, other)))
                .fold(List::stream, why -> Stream.of(Explanation.of("chat.like.not-compared", what, why)));
    }

    private static Fact<Object> policy(Person person, PolicyKind kind) {
        return person.policy(kind).map(Assignment::policy);
    }

    private static Fact<Object> country(Person person) {
        return person.entry()
                .usageLocation()
                .map(country -> country.map(Country::iso).orElse("\u2013"));
    }

    private static Fact<Object> ownNumber(Person person) {
        return person.lines()
                .map(lines -> Explanation.of(lines.isEmpty() ? "chat.like.no-number" : "chat.like.a-number"));
    }
}
