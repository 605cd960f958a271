package dev.linekeeper.core.emergency;

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
        given(
                view.routing(),
                "routing-not-read",
                routing -> routing.flatMap(found -> found.entry(digits))
                        .ifPresentOrElse(entry -> call(routing.orElseThrow(), entry), () -> say("not-known", digits)));
        given(
                view.sites(),
                "sites-not-read",
                sites -> sites.forEach(
                        site -> site.emergencyCallRouting().ifPresent(policy -> say("site", site.site(), policy))));
        return List.copyOf(sentences);
    }

    private void call(EmergencyNumbers routing, EmergencyNumbers.DialledNumber entry) {
        if (entry.dialString().equals(digits)) {
            say("recognised", digits, routing.policy());
        } else {
            say("masked", digits, entry.dialString(), routing.policy());
        }
        entry.usage().ifPresentOrElse(usage -> say("by-usage", usage), () -> say("by-microsoft"));
        sentences.add(view.callerId().because());
        sentences.addAll(view.callerId().caveats());
        given(
                view.fallbackAddress(),
                "address-not-read",
                found -> found.ifPresentOrElse(place -> say("address", place.address()), () -> say("no-address")));
        given(view.notice(), "notice-not-read", notice -> told(notice, entry));
    }

    private void told(Optional<EmergencyNotification> notice, EmergencyNumbers.DialledNumber entry) {
        var notified =
                notice.map(found -> found.notifiedFor(entry.dialString())).orElse(List.of());
        if (notified.isEmpty()) {
            say("nobody-told");
        } else {
            say("told", notified);
        }
    }

    private <T> void given(Fact<T> fact, String unless, Consumer<T> known) {
        switch (fact) {
            case Fact.Missing<T>(var why) -> say(unless, why);
            case Fact.Known<T>(var value, _, _) -> known.accept(value);
        }
    }

    private void say(String key, Object... arguments) {
        sentences.add(Explanation.of("emergency.dial." + key, arguments));
    }
}
