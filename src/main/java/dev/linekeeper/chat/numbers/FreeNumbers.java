package dev.linekeeper.chat.numbers;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementMode;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.reservation.TakenNumber;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.core.tenant.person.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The numbers nobody has, as one person could be given them.
 *
 * @param fitting those that could be given, by number; no more of them than were asked for
 * @param others how many of those that were looked at could not, by the rule in the way; empty where something could not be read
 * @param asked how many of those that were looked at another request already asks for
 * @param reserved how many of those that were looked at are reserved for others
 */
record FreeNumbers(
        List<TelephoneNumber> fitting, Map<Optional<Rule<PersonCase>>, Integer> others, int asked, int reserved) {
    /** Judges the free numbers one by one, until {@code most} fit. */
    static FreeNumbers of(
            Person person,
            Optional<LocationId> place,
            Tenant tenant,
            Readiness readiness,
            Set<PhoneNumber> taken,
            Reservations reserved,
            int most) {
        var kept = reserved.inForce().stream()
                .filter(it -> !reserved.isFor(it, new TakenNumber(it.number(), Set.of(person.id()), Optional.empty())))
                .map(NumberReservation::number)
                .collect(Collectors.toSet());
        var free = tenant.numbers().known().orElse(Map.of()).values().stream()
                .filter(number -> number.status() == NumberStatus.UNASSIGNED)
                .sorted(Comparator.comparing(TelephoneNumber::number))
                .toList();
        var fitting = new ArrayList<TelephoneNumber>();
        var others = new LinkedHashMap<Optional<Rule<PersonCase>>, Integer>();
        int asked = 0;
        int forOthers = 0;
        for (var number : free) {
            if (fitting.size() == most) {
                break;
            }
            if (taken.contains(number.number())) {
                asked++;
                continue;
            }
            if (kept.contains(number.number())) {
                forOthers++;
                continue;
            }
            var report = readiness.with(new GivenNumber(number.number(), place), person, JudgementMode.PLAN);
            switch (report.overall()) {
                case CAN_ENROL, CAN_ENROL_WITH_WARNINGS, READY, READY_WITH_WARNINGS -> fitting.add(number);
                case BLOCKED, NOT_READY, NOT_VERIFIED ->
                    others.merge(
                            report.with(Outcome.FAIL).reversed().stream()
                                    .filter(finding -> !finding.willBeFixed())
                                    .map(Finding::rule)
                                    .findFirst(),
                            1,
                            Integer::sum);
            }
        }
        return new FreeNumbers(List.copyOf(fitting), others, asked, forOthers);
    }
}
