package dev.linekeeper.chat.cards;

import static dev.linekeeper.chat.Answer.Sheet.detail;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.emergency.EmergencyNumbers;
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
        addNumbers(shown, details);
        details.add(detail("chat.caller-id.because", shown.because()));
        details.add(detail("chat.caller-id.confidence", ConstantMessages.of("chat.confidence", shown.confidence())));
        routing(view.routing()).forEach(details::add);
        EmergencyDetails.shared(view.sharedNumber()).forEach(details::add);
        locationOrder(view).ifPresent(details::add);
        EmergencyNotificationDetails.of(view.notice()).forEach(details::add);
        EmergencyDetails.sites(view.sites()).forEach(details::add);
        EmergencyDetails.checks(view.checks()).forEach(details::add);
        return new Sheet(
                Explanation.of("chat.emergency.title.other", name),
                tone(shown, EmergencyDetails.fails(view.checks())),
                ConstantMessages.of("chat.emergency.kind", shown.kind()),
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
        addNumbers(shown, details);
        details.add(detail("chat.emergency.location", address(mine.fallbackAddress())));
        Fact.present(mine.disclaimer())
                .ifPresent(text ->
                        details.add(detail("chat.emergency.own-disclaimer", Explanation.of("chat.name", text))));
        if (!whoAnswersIsKnown(shown)) {
            details.add(detail("chat.caller-id.because", shown.because()));
        }
        return new Sheet(
                Explanation.of("chat.emergency.title.own"),
                tone(shown, false),
                ConstantMessages.of("chat.emergency.kind", shown.kind()),
                details,
                notes(doubts(shown), view),
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

    /** A person is told that something is in doubt; only admins see what it is. */
    private static List<Explanation> doubts(EmergencyCallerId shown) {
        return shown.caveats().isEmpty() ? List.of() : List.of(Explanation.of("chat.emergency.doubt"));
    }

    private static void addNumbers(EmergencyCallerId shown, List<Sheet.Detail> details) {
        if (!shown.numbers().isEmpty()) {
            details.add(detail("chat.emergency.numbers", Explanation.of("chat.list", shown.numbers())));
        }
        if (whoAnswersIsKnown(shown)) {
            details.add(detail(
                    "chat.emergency.call-back", ConstantMessages.of("chat.emergency.call-back", shown.callback())));
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

    private static Stream<Sheet.Detail> routing(Fact<Optional<EmergencyNumbers>> routing) {
        return switch (routing) {
            case Fact.Missing(var why) -> Stream.of(EmergencyDetails.unread("chat.emergency.routing", why));
            case Fact.Known(var found, _, _) ->
                found.map(policy -> Stream.concat(
                                Stream.of(detail("chat.emergency.routing", granted(policy))),
                                EmergencyDetails.dialled(policy.entries())))
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

    private static Tone tone(EmergencyCallerId shown, boolean fails) {
        return switch (shown.kind()) {
            case OWN_NUMBER, CALLBACK_NUMBER, CALLBACK_POOL ->
                fails || !shown.caveats().isEmpty() ? Tone.WARNING : Tone.INFO;
            case RESOURCE_ACCOUNT_NUMBER, UNDETERMINED -> Tone.WARNING;
            case UNSUPPORTED, NOT_ENABLED, NOT_ABLE_TO_CALL -> Tone.STOP;
        };
    }
}
