package dev.linekeeper.chat.cards;

import static dev.linekeeper.chat.Answer.Sheet.detail;

import dev.linekeeper.chat.Answer.Sheet.Detail;
import dev.linekeeper.core.emergency.EmergencyNumbers.DialledNumber;
import dev.linekeeper.core.emergency.SharedNumber;
import dev.linekeeper.core.emergency.SiteOverride;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The details that emergency cards of people and of policies share. */
final class EmergencyDetails {
    private static final List<Outcome> WORTH_TELLING =
            List.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.WARN, Outcome.MANUAL);

    private EmergencyDetails() {}

    /** Per emergency number what else may be dialled for it, and which way the call goes. */
    static Stream<Detail> dialled(List<DialledNumber> entries) {
        return entries.stream()
                .map(entry -> new Detail(Explanation.of("chat.emergency.entry", entry.dialString()), masked(entry)));
    }

    private static Explanation masked(DialledNumber entry) {
        return entry.masks().isEmpty()
                ? way(entry)
                : Explanation.of("chat.emergency.entry.masked", entry.masks(), way(entry));
    }

    private static Explanation way(DialledNumber entry) {
        return entry.usage()
                .map(usage -> Explanation.of("chat.emergency.entry.usage", usage))
                .orElseGet(() -> Explanation.of("chat.emergency.entry.carried"));
    }

    /** The number people call with and the address it brings along. */
    static Stream<Detail> shared(Fact<Optional<SharedNumber>> number) {
        return number.fold(
                found -> found.stream()
                        .flatMap(shared -> Stream.of(
                                detail("chat.emergency.shared", described(shared)),
                                detail("chat.emergency.location", place(shared.address())))),
                why -> Stream.of(unread("chat.emergency.shared", why)));
    }

    private static Explanation described(SharedNumber shared) {
        return Explanation.of(
                "chat.emergency.shared.number",
                shared.number(),
                shared.type().productName(),
                Fact.present(shared.country()).map(Object::toString).orElse("?"),
                shared.accountName());
    }

    private static Explanation place(Fact<Optional<EmergencyLocation>> address) {
        return address.fold(
                found -> found.map(
                                place -> Explanation.of("chat.emergency.place", place.description(), place.address()))
                        .orElseGet(() -> Explanation.of("chat.emergency.no-place")),
                why -> Explanation.of("chat.emergency.unread", why));
    }

    /** The network sites where other policies come first. */
    static Stream<Detail> sites(Fact<Entries<SiteOverride>> sites) {
        return sites.fold(
                found -> Stream.concat(
                        found.stream().flatMap(EmergencyDetails::site),
                        Entries.lost(found.unread()).stream().map(why -> unread("chat.emergency.sites", why))),
                why -> Stream.of(unread("chat.emergency.sites", why)));
    }

    private static Stream<Detail> site(SiteOverride site) {
        var label = Explanation.of("chat.emergency.site", site.site());
        return Stream.concat(
                site.emergencyCallRouting().stream()
                        .map(policy -> new Detail(label, Explanation.of("chat.emergency.site.routing", policy))),
                site.emergencyCalling().stream()
                        .map(policy -> new Detail(label, Explanation.of("chat.emergency.site.calling", policy))));
    }

    /** What the rules find wrong, could not tell, or ask somebody to check; the gravest first. */
    static Stream<Detail> checks(List<? extends Finding<?>> checks) {
        return WORTH_TELLING.stream()
                .flatMap(outcome -> checks.stream().filter(finding -> finding.outcome() == outcome))
                .map(finding -> new Detail(
                        Explanation.of(
                                "chat.emergency.rule",
                                ConstantMessages.of("card.mark", finding.outcome()),
                                finding.rule().id().value()),
                        finding.explanation().orElseGet(finding.rule()::whenText)));
    }

    static boolean fails(List<? extends Finding<?>> checks) {
        return checks.stream().anyMatch(finding -> finding.outcome() == Outcome.FAIL);
    }

    static Detail unread(String label, String why) {
        return detail(label, Explanation.of("chat.emergency.unread", why));
    }
}
