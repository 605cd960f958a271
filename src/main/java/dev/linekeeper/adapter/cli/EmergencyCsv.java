package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.emergency.Dialling;
import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.emergency.Notice;
import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.emergency.SharedNumber;
import dev.linekeeper.core.emergency.SiteOverride;
import dev.linekeeper.core.readiness.Finding;
import dev.linekeeper.core.readiness.Outcome;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Emergency settings in one row; a cell says "not read" where that is so, and is empty where there is nothing. */
record EmergencyCsv(Csv csv, Function<Explanation, String> wording) {
    private static final String NOT_READ = "not read";

    void person(Person person, EmergencyView view) {
        csv.row(List.of(
                "user",
                "kind",
                "numbers",
                "callback",
                "confidence",
                "sharedNumber",
                "address",
                "routingPolicy",
                "dial",
                "notified",
                "sites",
                "fail",
                "because"));
        csv.row(List.of(
                person.entry().userPrincipalName(),
                view.callerId().kind().name(),
                numbers(view.callerId().numbers()),
                view.callerId().callback().name(),
                view.callerId().confidence().name(),
                shared(view.sharedNumber()),
                address(view.fallbackAddress()),
                view.routing()
                        .fold(found -> found.map(it -> it.policy().value()).orElse(""), _ -> NOT_READ),
                view.routing().fold(found -> found.map(it -> dial(it.entries())).orElse(""), _ -> NOT_READ),
                view.notice()
                        .fold(
                                found -> found.map(Notice::notified)
                                        .map(all -> String.join(" ", all))
                                        .orElse(""),
                                _ -> NOT_READ),
                sites(view.sites()),
                failing(view.checks()),
                wording.apply(view.callerId().because())));
    }

    void policy(PolicyEmergencyView view) {
        csv.row(List.of(
                "policy", "callbackNumbers", "sharedNumber", "address", "routingPolicy", "dial", "sites", "fail"));
        csv.row(List.of(
                view.policy().value(),
                view.callbacks()
                        .fold(
                                all -> numbers(all.stream()
                                        .map(PolicyEmergencyView.CallbackNumber::number)
                                        .toList()),
                                _ -> NOT_READ),
                shared(view.sharedNumber()),
                address(view.sharedNumber()
                        .flatMap(found -> found.map(SharedNumber::address)
                                .orElseGet(() -> view.sharedNumber().map(_ -> Optional.empty())))),
                view.routing().map(PolicyName::value).orElse(""),
                view.dialling().fold(EmergencyCsv::dial, _ -> NOT_READ),
                sites(view.sites()),
                failing(view.checks())));
    }

    private static String numbers(List<PhoneNumber> numbers) {
        return numbers.stream().map(PhoneNumber::toString).collect(Collectors.joining(" "));
    }

    private static String shared(Fact<Optional<SharedNumber>> shared) {
        return shared.fold(found -> found.map(it -> it.number().toString()).orElse(""), _ -> NOT_READ);
    }

    private static String address(Fact<Optional<EmergencyLocation>> address) {
        return address.fold(found -> found.map(EmergencyLocation::address).orElse(""), _ -> NOT_READ);
    }

    private static String dial(List<Dialling.Entry> entries) {
        return entries.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.dialString()), entry.masks().stream()))
                .collect(Collectors.joining(" "));
    }

    private static String sites(Fact<List<SiteOverride>> sites) {
        return sites.fold(all -> all.stream().map(SiteOverride::site).collect(Collectors.joining(" ")), _ -> NOT_READ);
    }

    private static String failing(List<? extends Finding<?>> checks) {
        return checks.stream()
                .filter(finding -> finding.outcome() == Outcome.FAIL)
                .map(finding -> finding.rule().id().value())
                .collect(Collectors.joining(" "));
    }
}
