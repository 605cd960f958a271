package dev.linekeeper.chat.cards;

import static dev.linekeeper.chat.Answer.Sheet.detail;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Sheet.Detail;
import dev.linekeeper.core.emergency.CallbackPool.PresentedNumber;
import dev.linekeeper.core.emergency.CallbackPool.PresentedNumber.ReusedNumber;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.emergency.PolicyEmergencyView.CallbackNumber;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a Shared Calling policy gives to the emergency calls of everybody who has it. */
public final class PolicyEmergencyCards {
    private PolicyEmergencyCards() {}

    public static Sheet of(PolicyEmergencyView view) {
        var details = new ArrayList<Detail>();
        switch (view.callbacks()) {
            case Fact.Missing(var why) -> details.add(EmergencyDetails.unread("chat.emergency.pool", why));
            case Fact.Known(var callbacks, _, _) ->
                callbacks(view, callbacks, details);
        }
        EmergencyDetails.shared(view.sharedNumber()).forEach(details::add);
        view.routing()
                .ifPresent(policy -> details.add(
                        detail("chat.emergency.routing", Explanation.of("chat.emergency.routing.settings", policy))));
        switch (view.dialling()) {
            case Fact.Missing(var why) -> details.add(EmergencyDetails.unread("chat.emergency.dialled", why));
            case Fact.Known(var entries, _, _) ->
                EmergencyDetails.dialled(entries, view::route).forEach(details::add);
        }
        EmergencyDetails.sites(view.sites()).forEach(details::add);
        EmergencyDetails.checks(view.checks()).forEach(details::add);
        return new Sheet(
                Explanation.of("chat.emergency.title.policy", view.policy()),
                EmergencyDetails.tone(view.verdict()),
                verdict(view),
                details,
                Stream.concat(
                                Stream.of(
                                        Explanation.of("emergency.limit.configuration-only"),
                                        Explanation.of("emergency.limit.law")),
                                view.asOf().map(at -> Explanation.of("chat.as-of", at)).stream())
                        .toList(),
                List.of(NoteCards.say("check " + view.policy())));
    }

    private static void callbacks(PolicyEmergencyView view, List<CallbackNumber> callbacks, List<Detail> details) {
        callbacks.forEach(callback ->
                details.add(new Detail(Explanation.of("chat.emergency.callback", callback.number()), state(callback))));
        if (!callbacks.isEmpty()) {
            details.add(detail("chat.emergency.pool", Explanation.of("chat.emergency.pool.size", callbacks.size())));
        }
        view.oneCallerMore().ifPresent(shown -> details.add(detail("chat.emergency.one-more", oneMore(shown))));
        if (!view.verdict().level().stopsCalls()) {
            details.add(detail("chat.emergency.call-back", callback(view, callbacks)));
        }
    }

    private static Explanation callback(PolicyEmergencyView view, List<CallbackNumber> callbacks) {
        return switch (view.verdict().level()) {
            case CALLBACK_UNSURE, IN_DOUBT -> Explanation.of("chat.emergency.call-back.UNSUPPORTED");
            case NOTHING_FOUND, NEEDS_A_LOOK, NO_CALLBACK, NOT_RECOGNISED, NOT_READ, NOT_OUT, NO_CALLS ->
                Explanation.of("chat.emergency.call-back." + (callbacks.isEmpty() ? "AUTO_ATTENDANT" : "PERSON"));
        };
    }

    private static Explanation oneMore(PresentedNumber shown) {
        return switch (shown) {
            case PresentedNumber.AccountNumber(var number) -> Explanation.of("chat.emergency.one-more.account", number);
            case ReusedNumber(var number) -> Explanation.of("chat.emergency.one-more.reused", number);
            case PresentedNumber.FreeNumber(var number, _, _) ->
                Explanation.of("chat.list", List.of(number));
        };
    }

    /** What the inventory says of a callback number, and which other policies name it. */
    private static Explanation state(CallbackNumber callback) {
        var held = switch (callback.entry()) {
            case Fact.Missing(var why) -> Explanation.of("chat.emergency.unread", why);
            case Fact.Known(var found, _, _) ->
                found.map(number -> ConstantMessages.of("chat.emergency.held", number.status()))
                        .orElseGet(() -> Explanation.of("chat.emergency.held.nowhere"));
        };
        return callback.alsoIn().isEmpty() ? held : Explanation.of("chat.emergency.held.also", held, callback.alsoIn());
    }

    private static Explanation verdict(PolicyEmergencyView view) {
        return view.verdict().level() == EmergencyLevel.NOTHING_FOUND
                ? Explanation.of(
                        "chat.emergency.sentences",
                        view.verdict().headline(),
                        Explanation.of("chat.emergency.policy.some"))
                : EmergencyDetails.explained(view.verdict());
    }
}
