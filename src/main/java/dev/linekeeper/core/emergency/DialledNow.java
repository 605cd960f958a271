package dev.linekeeper.core.emergency;

import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "If you dial 112 now": what is sent, which way it goes, what it shows, who calls back, from where, who is told. */
final class DialledNow {
    private final EmergencyView view;
    private final String digits;
    private final List<Explanation> sentences = new ArrayList<>();

    DialledNow(EmergencyView view, String digits) {
        this.view = view;
        this.digits = digits.strip();
    }

    List<Explanation> sentences() {
        switch (view.routing()) {
            case Fact.Missing<Optional<Dialling>>(var why) -> say("routing-not-read", why);
            case Fact.Known<Optional<Dialling>>(var routing, _, _) ->
                routing.flatMap(found -> found.entry(digits))
                        .ifPresentOrElse(entry -> call(routing.orElseThrow(), entry), () -> say("not-known", digits));
        }
        sites();
        return List.copyOf(sentences);
    }

    private void call(Dialling routing, Dialling.Entry entry) {
        if (entry.dialString().equals(digits)) {
            say("recognised", digits, routing.policy());
        } else {
            say("masked", digits, entry.dialString(), routing.policy());
        }
        entry.usage().ifPresentOrElse(usage -> say("by-usage", usage), () -> say("by-microsoft"));
        sentences.add(view.callerId().because());
        sentences.addAll(view.callerId().caveats());
        address();
        told(entry);
    }

    private void address() {
        switch (view.fallbackAddress()) {
            case Fact.Missing<Optional<EmergencyLocation>>(var why) -> say("address-not-read", why);
            case Fact.Known<Optional<EmergencyLocation>>(var found, _, _) ->
                found.ifPresentOrElse(place -> say("address", place.address()), () -> say("no-address"));
        }
    }

    private void told(Dialling.Entry entry) {
        switch (view.notice()) {
            case Fact.Missing<Optional<Notice>>(var why) -> say("notice-not-read", why);
            case Fact.Known<Optional<Notice>>(var notice, _, _) -> {
                var notified =
                        notice.map(found -> found.notifiedFor(entry.dialString())).orElse(List.of());
                if (notified.isEmpty()) {
                    say("nobody-told");
                } else {
                    say("told", notified);
                }
            }
        }
    }

    private void sites() {
        switch (view.sites()) {
            case Fact.Missing<List<SiteOverride>>(var why) -> say("sites-not-read", why);
            case Fact.Known<List<SiteOverride>>(var sites, _, _) ->
                sites.forEach(site ->
                        site.emergencyCallRouting().ifPresent(policy -> say("site", site.site(), policy)));
        }
    }

    private void say(String key, Object... arguments) {
        sentences.add(Explanation.of("emergency.dial." + key, arguments));
    }
}
