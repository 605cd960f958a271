package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.emergency.EmergencyNotification;
import dev.linekeeper.core.emergency.EmergencyNumbers;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.emergency.LocationSource;
import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.emergency.SharedNumber;
import dev.linekeeper.core.emergency.SiteOverride;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Emergency settings for scripts, and in one row for spreadsheets. */
public final class EmergencyOutput {
    private EmergencyOutput() {}

    public static Map<String, @Nullable Object> json(Person person, EmergencyView view, Optional<String> dialled) {
        var answer = ShellJson.members(
                "user", person.entry().userPrincipalName(),
                "verdict", verdict(view.verdict()),
                "because", view.callerId().because(),
                "emergencyCallerId", view.callerId(),
                "caveats", view.callerId().caveats(),
                "sharedNumber", view.sharedNumber(),
                "routing", view.routing(),
                "notice", view.notice(),
                "sites", Entries.all(view.sites(), all -> all),
                "locationOrder",
                        view.locationOrder().stream().map(LocationSource::text).toList());
        dialled.ifPresent(digits -> answer.put("ifDialled", view.ifDialled(digits)));
        answer.put("limits", view.limits());
        answer.put("asOf", view.asOf().map(Object::toString));
        answer.put("findings", view.checks());
        return answer;
    }

    /** The verdict as the cards of the chat have it. */
    public static Map<String, @Nullable Object> verdict(EmergencyVerdict verdict) {
        return ShellJson.members(
                "level", verdict.level(),
                "headline", verdict.headline(),
                "numbers", verdict.numbers(),
                "cause", verdict.cause());
    }

    /** The verdicts on several people by their names, in that order. */
    static Map<String, Object> verdicts(Map<UserId, EmergencyVerdict> of, Function<UserId, String> name) {
        var verdicts = new TreeMap<String, Object>();
        of.forEach((id, verdict) -> verdicts.put(name.apply(id), verdict(verdict)));
        return verdicts;
    }

    public static void csv(CsvWriter csv, Person person, EmergencyView view) {
        csv.only(
                "user", person.entry().userPrincipalName(),
                "kind", view.callerId().kind(),
                "numbers", view.callerId().numbers(),
                "callback", view.callerId().callback(),
                "confidence", view.callerId().confidence(),
                "sharedNumber", number(view.sharedNumber()),
                "address", view.fallbackAddress().map(found -> found.map(EmergencyLocation::address)),
                "routingPolicy", view.routing().map(found -> found.map(EmergencyNumbers::policy)),
                "dial", view.routing().map(found -> found.map(it -> dial(it.entries()))),
                "notified", view.notice().map(found -> found.map(EmergencyNotification::notified)),
                "sites", sites(view.sites()),
                "fail", failing(view.checks()),
                "because", view.callerId().because(),
                "verdict", view.verdict().headline());
    }

    public static void csv(CsvWriter csv, PolicyEmergencyView view) {
        var address = view.sharedNumber()
                .flatMap(found -> found.map(SharedNumber::address)
                        .orElseGet(() -> view.sharedNumber().map(_ -> Optional.empty())));
        csv.only(
                "policy", view.policy(),
                "callbackNumbers",
                        view.callbacks()
                                .map(all -> all.stream()
                                        .map(PolicyEmergencyView.CallbackNumber::number)
                                        .toList()),
                "sharedNumber", number(view.sharedNumber()),
                "address", address.map(found -> found.map(EmergencyLocation::address)),
                "routingPolicy", view.routing(),
                "dial", view.dialling().map(EmergencyOutput::dial),
                "sites", sites(view.sites()),
                "fail", failing(view.checks()),
                "verdict", view.verdict().headline());
    }

    private static Fact<Optional<?>> number(Fact<Optional<SharedNumber>> shared) {
        return shared.map(found -> found.map(SharedNumber::number));
    }

    private static List<String> dial(List<EmergencyNumbers.DialledNumber> entries) {
        return entries.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.dialString()), entry.masks().stream()))
                .toList();
    }

    private static Fact<List<String>> sites(Fact<Entries<SiteOverride>> sites) {
        return Entries.all(sites, all -> all.stream().map(SiteOverride::site).toList());
    }

    private static List<? extends Finding<?>> failing(List<? extends Finding<?>> checks) {
        return checks.stream()
                .filter(finding -> finding.outcome() == Outcome.FAIL)
                .toList();
    }
}
