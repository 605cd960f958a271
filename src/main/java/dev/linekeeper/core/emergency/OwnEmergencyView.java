package dev.linekeeper.core.emergency;

import dev.linekeeper.core.readiness.EmergencyDigitRules;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody who is no admin sees about their own emergency calls.
 *
 * @param verdict the same an admin reads
 * @param dial every number they can dial for an emergency, masks included; empty when no policy with numbers applies
 * @param callback the numbers an emergency call may show
 * @param callerId where a callback ends, and how sure that is
 * @param realTestCall why dialling the test number is a real emergency call here; empty where it is none
 * @param fallbackAddress the address sent when Teams does not know where they are; empty when the number has none
 */
public record OwnEmergencyView(
        EmergencyVerdict verdict,
        Fact<List<String>> dial,
        List<PhoneNumber> callback,
        EmergencyCallerId callerId,
        Fact<Optional<String>> fallbackAddress,
        Fact<Optional<String>> disclaimer,
        List<Explanation> limits,
        Optional<Explanation> realTestCall) {
    public OwnEmergencyView {
        callback = List.copyOf(callback);
        limits = List.copyOf(limits);
    }

    /** Whether Teams takes {@code digits} for an emergency number when this person dials them. */
    public Explanation ifDialled(String digits) {
        return realTestCall
                .filter(_ -> digits.strip().equals(EmergencyDigitRules.TEST_CALL))
                .orElseGet(() -> emergencyOrNot(digits));
    }

    private Explanation emergencyOrNot(String digits) {
        if (verdict.stops(digits.strip())) {
            return Explanation.of("emergency.dial.nowhere", digits.strip());
        }
        return dial.fold(
                numbers -> Explanation.of(
                        numbers.contains(digits.strip()) ? "emergency.dial.known" : "emergency.dial.not-known", digits),
                why -> Explanation.of("emergency.dial.routing-not-read", why));
    }

    static OwnEmergencyView of(EmergencyView view) {
        return new OwnEmergencyView(
                view.verdict(),
                view.routing()
                        .map(found -> found.stream()
                                .flatMap(routing -> routing.entries().stream())
                                .flatMap(entry -> Stream.concat(Stream.of(entry.dialString()), entry.masks().stream()))
                                .toList()),
                view.callerId().numbers(),
                view.callerId(),
                view.fallbackAddress().map(found -> found.map(EmergencyLocation::address)),
                view.notice().map(found -> found.flatMap(EmergencyNotification::disclaimer)),
                view.limits(),
                view.realTestCall());
    }
}
