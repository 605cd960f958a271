package dev.linekeeper.core.diagnosis;

import dev.linekeeper.core.callerid.CallPath;
import dev.linekeeper.core.diagnosis.Impact.CallbackLoss;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Person;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The impact on each person when a number, an account or a policy goes away.
 *
 * @param policies those that stop working
 * @param special what is different about some people; the others follow their policy
 * @param then somebody who can still call as they are afterwards
 */
record ImpactPerPerson(
        Tenant tenant,
        JudgementSettings settings,
        List<PolicyName> policies,
        Function<Person, Optional<PersonImpact>> special,
        UnaryOperator<Person> then) {
    enum PersonImpact {
        LOSES_OUTBOUND,
        CALLS_DIFFERENTLY,
        CANNOT_TELL
    }

    Impact impact(Stream<Person> people, List<CallbackLoss> losses) {
        var impacts = new EnumMap<PersonImpact, List<UserId>>(PersonImpact.class);
        var emergency = new HashMap<UserId, EmergencyVerdict>();
        var readiness = new Readiness(tenant, settings);
        people.forEach(person -> special.apply(person)
                .or(() -> byPolicy(person))
                .ifPresent(impact -> {
                    impacts.computeIfAbsent(impact, _ -> new ArrayList<>()).add(person.id());
                    emergency.put(person.id(), afterwards(impact, person, readiness));
                }));
        return new Impact(
                impacts.getOrDefault(PersonImpact.LOSES_OUTBOUND, List.of()),
                impacts.getOrDefault(PersonImpact.CALLS_DIFFERENTLY, List.of()),
                policies,
                losses,
                impacts.getOrDefault(PersonImpact.CANNOT_TELL, List.of()),
                emergency,
                gaps(tenant));
    }

    /** Who cannot call cannot reach emergency services either; of whom too little was read, that is not known. */
    private EmergencyVerdict afterwards(PersonImpact impact, Person person, Readiness readiness) {
        return switch (impact) {
            case LOSES_OUTBOUND -> EmergencyVerdict.at(EmergencyLevel.NO_CALLS, readiness.audit(person));
            case CALLS_DIFFERENTLY -> EmergencyVerdict.of(readiness.audit(then.apply(person)));
            case CANNOT_TELL -> EmergencyVerdict.at(EmergencyLevel.NOT_READ, readiness.audit(person));
        };
    }

    private Optional<PersonImpact> byPolicy(Person person) {
        return switch (person.policy(PolicyKind.SHARED_CALLING)) {
            case Fact.Missing<Assignment> _ -> Optional.of(PersonImpact.CANNOT_TELL);
            case Fact.Known(var now, _, _)
            when policies.contains(now.policy()) && !CallPath.callsWithOwnNumber(person, tenant) ->
                person.primaryNumber().known().isPresent()
                        ? Optional.of(PersonImpact.LOSES_OUTBOUND)
                        : Optional.of(PersonImpact.CANNOT_TELL);
            case Fact.Known<Assignment> _ -> byLine(person);
        };
    }

    /** One of several lines may have a policy of its own. */
    private Optional<PersonImpact> byLine(Person person) {
        return person.lines().known().orElse(List.of()).stream()
                        .anyMatch(line -> Fact.present(line.sharedCalling())
                                .filter(policies::contains)
                                .isPresent())
                ? Optional.of(PersonImpact.CALLS_DIFFERENTLY)
                : Optional.empty();
    }

    private static List<String> gaps(Tenant tenant) {
        return Stream.concat(
                        Stream.<Fact<?>>of(tenant.sharedCalling(), tenant.resourceAccounts())
                                .flatMap(fact ->
                                        fact instanceof Fact.Missing(var why) ? Stream.of(why) : Stream.empty()),
                        Entries.lost(tenant.unread().accounts()).stream())
                .toList();
    }
}
