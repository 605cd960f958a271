package dev.linekeeper.chat.cards;

import static dev.linekeeper.chat.Answer.Sheet.detail;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyNumbers;
import dev.linekeeper.core.emergency.EmergencyRoute;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.emergency.LocationSource;
import dev.linekeeper.core.emergency.OwnEmergencyView;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the configuration says of somebody's emergency calls; never that one will work. */
public final class EmergencyCards {
    private EmergencyCards() {}

    /**
     * Everything an admin may see.
     *
     * @param dialled the digits that were asked about, if any were
     */
    public static Sheet of(String name, EmergencyView view, Optional<String> dialled) {
        var shown = view.callerId();
        var details = new ArrayList<Sheet.Detail>();
        dialled.ifPresent(digits -> details.add(new Sheet.Detail(
                Explanation.of("chat.emergency.if-dialled", digits),
                view.ifDialled(digits).stream()
                        .reduce((before, next) -> Explanation.of("chat.emergency.sentences", before, next))
                        .orElseThrow())));
        if (someGetOut(view)) {
            addNumbers(shown, "", details);
            details.add(detail("chat.caller-id.because", shown.because()));
            details.add(
                    detail("chat.caller-id.confidence", ConstantMessages.of("chat.confidence", shown.confidence())));
        }
        routing(view).forEach(details::add);
        EmergencyDetails.shared(view.sharedNumber()).forEach(details::add);
        locationOrder(view).ifPresent(details::add);
        EmergencyNotificationDetails.of(view.notice()).forEach(details::add);
        EmergencyDetails.sites(view.sites()).forEach(details::add);
        EmergencyDetails.checks(view.checks()).forEach(details::add);
        return new Sheet(
                Explanation.of("chat.emergency.title.other", name),
                EmergencyDetails.tone(view.verdict()),
                verdict(view.verdict(), EmergencyDetails.explained(view.verdict()), shown),
                details,
                notes(withoutCheckTexts(shown.caveats(), view), view),
                List.of(NoteCards.say("help")));
    }

    /** The card for the person themselves: what to dial, who calls back, which address, and the limits. */
    public static Sheet own(EmergencyView view, Optional<String> dialled) {
        OwnEmergencyView mine = view.forThePerson();
        EmergencyCallerId shown = mine.callerId();
        var details = new ArrayList<Sheet.Detail>();
        dialled.ifPresent(digits -> details.add(
                new Sheet.Detail(Explanation.of("chat.emergency.if-dialled", digits), mine.ifDialled(digits))));
        details.add(detail("chat.emergency.dialled", dial(mine.dial())));
        boolean getsOut = someGetOut(view);
        if (getsOut) {
            addNumbers(shown, ".yours", details);
        }
        details.add(detail("chat.emergency.location", address(mine.fallbackAddress())));
        Fact.present(mine.disclaimer())
                .ifPresent(text ->
                        details.add(detail("chat.emergency.own-disclaimer", Explanation.of("chat.name", text))));
        if (getsOut && !whoAnswersIsKnown(shown)) {
            details.add(detail("chat.caller-id.because", shown.because()));
        }
        return new Sheet(
                Explanation.of("chat.emergency.title.own"),
                EmergencyDetails.tone(mine.verdict()),
                verdict(mine.verdict(), mine.verdict().headline(), shown),
                details,
                notes(doubts(mine.verdict()), view),
                List.of(NoteCards.say("help")));
    }

    private static Explanation dial(Fact<List<String>> dial) {
        return dial.fold(
                numbers -> numbers.isEmpty()
                        ? Explanation.of("chat.emergency.none")
                        : Explanation.of("chat.list", numbers),
                why -> Explanation.of("chat.emergency.unread", why));
    }

    private static Explanation address(Fact<Optional<String>> address) {
        return address.fold(
                found -> found.map(place -> Explanation.of("chat.name", place))
                        .orElseGet(() -> Explanation.of("chat.emergency.no-place")),
                why -> Explanation.of("chat.emergency.unread", why));
    }

    /** Where nothing is wrong, what the call shows is part of the verdict. */
    private static Explanation verdict(EmergencyVerdict verdict, Explanation said, EmergencyCallerId shown) {
        return verdict.level() == EmergencyLevel.NOTHING_FOUND
                ? Explanation.of(
                        "chat.emergency.sentences", said, ConstantMessages.of("chat.emergency.kind", shown.kind()))
                : said;
    }

    /** Whether a call to any emergency number may get out, so that it matters what it shows. */
    private static boolean someGetOut(EmergencyView view) {
        return !view.verdict().level().stopsCalls()
                || Fact.present(view.routing()).stream()
                        .flatMap(routing -> routing.entries().stream())
                        .anyMatch(entry -> view.route(entry) != EmergencyRoute.NOWHERE);
    }

    /** A person is told what to do about it; only admins see why. */
    private static List<Explanation> doubts(EmergencyVerdict verdict) {
        return switch (verdict.level()) {
            case NOT_OUT, NO_CALLS -> List.of(Explanation.of("chat.emergency.other-telephone"));
            case IN_DOUBT, NOT_READ, NOT_RECOGNISED, CALLBACK_UNSURE, NEEDS_A_LOOK ->
                List.of(Explanation.of("chat.emergency.doubt"));
            case NO_CALLBACK, NOTHING_FOUND -> List.of();
        };
    }

    /** @param whose what is added to the message on whose phone rings */
    private static void addNumbers(EmergencyCallerId shown, String whose, List<Sheet.Detail> details) {
        if (!shown.numbers().isEmpty()) {
            details.add(detail("chat.emergency.numbers", Explanation.of("chat.list", shown.numbers())));
        }
        if (whoAnswersIsKnown(shown)) {
            String key = "chat.emergency.call-back." + shown.callback();
            details.add(detail(
                    "chat.emergency.call-back",
                    Explanation.of(shown.callback() == EmergencyCallerId.Callback.PERSON ? key + whose : key)));
        }
    }

    /** Where nobody was found to answer, the reason says whether that is so or could not be read. */
    private static boolean whoAnswersIsKnown(EmergencyCallerId shown) {
        return switch (shown.kind()) {
            case UNDETERMINED -> false;
            case RESOURCE_ACCOUNT_NUMBER -> shown.callback() != EmergencyCallerId.Callback.NONE;
            case OWN_NUMBER, CALLBACK_NUMBER, CALLBACK_POOL, UNSUPPORTED, NOT_ENABLED, NOT_ABLE_TO_CALL -> true;
        };
    }

    private static Stream<Sheet.Detail> routing(EmergencyView view) {
        return switch (view.routing()) {
            case Fact.Missing(var why) -> Stream.of(EmergencyDetails.unread("chat.emergency.routing", why));
            case Fact.Known(var found, _, _) ->
                found.map(policy -> Stream.concat(
                                Stream.of(detail("chat.emergency.routing", granted(policy))),
                                EmergencyDetails.dialled(policy.entries(), view::route)))
                        .orElseGet(() ->
                                Stream.of(detail("chat.emergency.routing", Explanation.of("chat.emergency.none"))));
        };
    }

    private static Explanation granted(EmergencyNumbers policy) {
        return Explanation.of(
                "chat.emergency.routing.policy",
                policy.policy(),
                switch (policy.from()) {
                    case Assignment.Direct _ -> Explanation.of("chat.emergency.from.direct");
                    case Assignment.ByGroup(_, var group) ->
                        Explanation.of("chat.emergency.from.group", group.value());
                    case Assignment.Inherited() -> Explanation.of("chat.emergency.from.global");
                },
                Explanation.of(
                        "chat.emergency.enhanced." + policy.enhanced().fold(on -> on ? "on" : "off", _ -> "unread")));
    }

    /** Where the address comes from; with a number of one's own nobody shares an address. */
    private static Optional<Sheet.Detail> locationOrder(EmergencyView view) {
        return view.sharedNumber().known().filter(Optional::isEmpty).isPresent()
                ? Optional.empty()
                : Optional.of(detail(
                        "chat.emergency.order",
                        Explanation.of(
                                "chat.emergency.order.four",
                                view.locationOrder().stream()
                                        .map(LocationSource::text)
                                        .toArray())));
    }

    /** Without what the rules below say anyway. */
    private static List<Explanation> withoutCheckTexts(List<Explanation> caveats, EmergencyView view) {
        var said = view.checks().stream()
                .flatMap(check -> check.explanation().stream())
                .toList();
        return caveats.stream().filter(caveat -> !said.contains(caveat)).toList();
    }

    private static List<Explanation> notes(List<Explanation> caveats, EmergencyView view) {
        return Stream.of(
                        caveats.stream(),
                        view.limits().stream(),
                        view.asOf().map(at -> Explanation.of("chat.as-of", at)).stream())
                .flatMap(part -> part)
                .toList();
    }
}
