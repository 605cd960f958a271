package dev.linekeeper.chat.cards;

import static dev.linekeeper.chat.Answer.Sheet.detail;

import dev.linekeeper.chat.Answer.Sheet.Detail;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyNumbers.DialledNumber;
import dev.linekeeper.core.emergency.EmergencyRoute;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.emergency.SharedNumber;
import dev.linekeeper.core.emergency.SiteOverride;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The details that emergency cards of people and of policies share. */
public final class EmergencyDetails {
    private static final List<Outcome> WORTH_TELLING =
            List.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.WARN, Outcome.MANUAL);

    private static final String RULE = "chat.emergency.rule";

    private EmergencyDetails() {}

    /** Per emergency number what else may be dialled for it, and which way the call goes. */
    static Stream<Detail> dialled(List<DialledNumber> entries, Function<DialledNumber, EmergencyRoute> routes) {
        return entries.stream()
                .map(entry -> new Detail(
                        Explanation.of("chat.emergency.entry", entry.dialString()),
                        masked(entry, way(entry, routes.apply(entry)))));
    }

    private static Explanation masked(DialledNumber entry, Explanation way) {
        return entry.masks().isEmpty() ? way : Explanation.of("chat.emergency.entry.masked", entry.masks(), way);
    }

    private static Explanation way(DialledNumber entry, EmergencyRoute route) {
        return switch (route) {
            case BY_OPERATOR -> Explanation.of("chat.emergency.entry.carried");
            case BY_USAGE -> Explanation.of("chat.emergency.entry.usage", usage(entry));
            case WRONG_TRUNK -> Explanation.of("chat.emergency.entry.wrong-trunk", usage(entry));
            case NOWHERE -> Explanation.of("chat.emergency.entry.nowhere");
            case UNKNOWN -> Explanation.of("chat.emergency.entry.unknown");
        };
    }

    private static String usage(DialledNumber entry) {
        return entry.usage().orElse("");
    }

    /** The tone of a card that speaks of emergency calls. */
    static Tone tone(EmergencyVerdict verdict) {
        return switch (verdict.level()) {
            case NO_CALLS, NOT_OUT, IN_DOUBT, CALLBACK_UNSURE -> Tone.STOP;
            case NOT_READ, NOT_RECOGNISED, NO_CALLBACK, NEEDS_A_LOOK -> Tone.WARNING;
            case NOTHING_FOUND -> Tone.INFO;
        };
    }

    /** The tone of a card on something else, or that of the verdict when it is worse. */
    static Tone worse(Tone tone, EmergencyVerdict verdict) {
        Tone emergency = tone(verdict);
        return verdict.level() == EmergencyLevel.NOTHING_FOUND || tone.compareTo(emergency) > 0 ? tone : emergency;
    }

    /** The verdict on something else, with the one on emergency calls when there is something to say; the worst first. */
    static Explanation with(Explanation said, EmergencyVerdict verdict) {
        if (verdict.level() == EmergencyLevel.NOTHING_FOUND) {
            return said;
        }
        return verdict.level().stopsCalls()
                ? Explanation.of("chat.emergency.sentences", verdict.headline(), said)
                : Explanation.of("chat.emergency.sentences", said, verdict.headline());
    }

    /** For an admin: the headline and why. */
    static Explanation explained(EmergencyVerdict verdict) {
        return verdict.cause()
                .map(cause -> Explanation.of("chat.emergency.sentences", verdict.headline(), cause))
                .orElseGet(verdict::headline);
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
                                RULE,
                                ConstantMessages.of("card.mark", finding.outcome()),
                                finding.rule().id().value()),
                        finding.explanation().orElseGet(finding.rule()::whenText)));
    }

    /** The rule that asks a human something on the line of that label; empty for every other line. */
    public static Optional<RuleId> asks(Explanation label) {
        return label.key().equals(RULE)
                        && label.arguments().getFirst().equals(ConstantMessages.of("card.mark", Outcome.MANUAL))
                ? Optional.of(new RuleId(label.arguments().getLast().toString()))
                : Optional.empty();
    }

    static Detail unread(String label, String why) {
        return detail(label, Explanation.of("chat.emergency.unread", why));
    }
}
