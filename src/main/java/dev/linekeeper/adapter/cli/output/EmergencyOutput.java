package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.emergency.EmergencyNotification;
import dev.linekeeper.core.emergency.EmergencyNumbers;
import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.emergency.LocationSource;
import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.emergency.SharedNumber;
import dev.linekeeper.core.emergency.SiteOverride;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Emergency settings for scripts, and in one row for spreadsheets. */
public final class EmergencyOutput {
    private EmergencyOutput() {}

    public static Map<String, @Nullable Object> json(Person person, EmergencyView view, Optional<String> dialled) {
        var answer = ShellJson.members(
                "user", person.entry().userPrincipalName(),
                "because", view.callerId().because(),
                "emergencyCallerId", view.callerId(),
                "caveats", view.callerId().caveats(),
                "sharedNumber", view.sharedNumber(),
                "routing", view.routing(),
                "notice", view.notice(),
                "sites", view.sites(),
                "locationOrder",
                        view.locationOrder().stream().map(LocationSource::text).toList());
        dialled.ifPresent(digits -> answer.put("ifDialled", view.ifDialled(digits)));
        answer.put("limits", view.limits());
        answer.put("asOf", view.asOf().map(Object::toString));
        answer.put("findings", view.checks());
        return answer;
    }

    public static void csv(CsvWriter csv, Person person, EmergencyView view) {
        csv.row(
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
                "because");
        csv.row(
                person.entry().userPrincipalName(),
                view.callerId().kind(),
                view.callerId().numbers(),
                view.callerId().callback(),
                view.callerId().confidence(),
                number(view.sharedNumber()),
                view.fallbackAddress().map(found -> found.map(EmergencyLocation::address)),
                view.routing().map(found -> found.map(EmergencyNumbers::policy)),
                view.routing().map(found -> found.map(it -> dial(it.entries()))),
                view.notice().map(found -> found.map(EmergencyNotification::notified)),
                sites(view.sites()),
                failing(view.checks()),
                view.callerId().because());
    }

    public static void csv(CsvWriter csv, PolicyEmergencyView view) {
        var address = view.sharedNumber()
                .flatMap(found -> found.map(SharedNumber::address)
                        .orElseGet(() -> view.sharedNumber().map(_ -> Optional.empty())));
        csv.row("policy", "callbackNumbers", "sharedNumber", "address", "routingPolicy", "dial", "sites", "fail");
        csv.row(
                view.policy(),
                view.callbacks()
                        .map(all -> all.stream()
                                .map(PolicyEmergencyView.CallbackNumber::number)
                                .toList()),
                number(view.sharedNumber()),
                address.map(found -> found.map(EmergencyLocation::address)),
                view.routing(),
                view.dialling().map(EmergencyOutput::dial),
                sites(view.sites()),
                failing(view.checks()));
    }

    private static Fact<Optional<?>> number(Fact<Optional<SharedNumber>> shared) {
        return shared.map(found -> found.map(SharedNumber::number));
    }

    private static List<String> dial(List<EmergencyNumbers.DialledNumber> entries) {
        return entries.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.dialString()), entry.masks().stream()))
                .toList();
    }

    private static Fact<List<String>> sites(Fact<List<SiteOverride>> sites) {
        return sites.map(all -> all.stream().map(SiteOverride::site).toList());
    }

    private static List<? extends Finding<?>> failing(List<? extends Finding<?>> checks) {
        return checks.stream()
                .filter(finding -> finding.outcome() == Outcome.FAIL)
                .toList();
    }
}
