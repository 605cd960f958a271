package dev.linekeeper.core.emergency;

import dev.linekeeper.core.emergency.EmergencyNumbers.DialledNumber;
import dev.linekeeper.core.readiness.EmergencyDigitRules;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** "If you dial 112 now": what is sent, which way it goes, what it shows, who calls back, from where, who is told. */
final class EmergencyCallSteps {
    private final EmergencyView view;
    private final String digits;
    private final List<Explanation> sentences = new ArrayList<>();

    EmergencyCallSteps(EmergencyView view, String digits) {
        this.view = view;
        this.digits = digits.strip();
    }

    List<Explanation> sentences() {
        if (digits.equals(EmergencyDigitRules.TEST_CALL)) {
            view.realTestCall().ifPresent(sentences::add);
        }
        whenKnown(
                view.routing(),
                "routing-not-read",
                routing -> routing.flatMap(found -> found.entry(digits))
                        .ifPresentOrElse(entry -> call(routing.orElseThrow(), entry), () -> say("not-known", digits)));
        whenKnown(view.sites(), "sites-not-read", sites -> {
            sites.forEach(site -> site.emergencyCallRouting().ifPresent(policy -> say("site", site.site(), policy)));
            Entries.lost(sites.unread()).ifPresent(why -> say("sites-not-read", why));
        });
        return List.copyOf(sentences);
    }

    private void call(EmergencyNumbers routing, DialledNumber entry) {
        if (entry.dialString().equals(digits)) {
            say("recognised", digits, routing.policy());
        } else {
            say("masked", digits, entry.dialString(), routing.policy());
        }
        var route = view.route(entry);
        switch (route) {
            case BY_OPERATOR -> say("by-microsoft");
            case BY_USAGE -> say("by-usage", entry.usage().orElseThrow());
            case WRONG_TRUNK -> say("wrong-trunk", entry.usage().orElseThrow());
            case NOWHERE -> say("nowhere", digits);
            case UNKNOWN -> say("way-unknown");
        }
        if (route == EmergencyRoute.NOWHERE) {
            view.verdict().cause().ifPresent(sentences::add);
            return;
        }
        sentences.add(view.callerId().because());
        sentences.addAll(view.callerId().caveats());
        whenKnown(
                view.fallbackAddress(),
                "address-not-read",
                found -> found.ifPresentOrElse(place -> say("address", place.address()), () -> say("no-address")));
        whenKnown(view.notice(), "notice-not-read", notice -> notified(notice, entry));
    }

    private void notified(Optional<EmergencyNotification> notice, DialledNumber entry) {
        var notified =
                notice.map(found -> found.notifiedFor(entry.dialString())).orElse(List.of());
        if (notified.isEmpty()) {
            say("nobody-told");
        } else {
            say("told", notified);
        }
    }

    private <T> void whenKnown(Fact<T> fact, String unless, Consumer<T> known) {
        switch (fact) {
            case Fact.Missing(var why) -> say(unless, why);
            case Fact.Known(var value, _, _) -> known.accept(value);
        }
    }

    private void say(String key, Object... arguments) {
        sentences.add(Explanation.of("emergency.dial." + key, arguments));
    }
}
