package dev.linekeeper.core.emergency;

import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody who is no admin sees about their own emergency calls.
 *
 * @param dial every number they can dial for an emergency, masks included; empty when there are none or none could be read
 * @param callback the numbers an emergency call may show
 * @param callerId where a callback ends, and how sure that is
 * @param fallbackAddress the address sent when Teams does not know where they are
 */
public record OrdinaryView(
        List<String> dial,
        List<PhoneNumber> callback,
        EmergencyCallerId callerId,
        Optional<String> fallbackAddress,
        Optional<String> disclaimer,
        List<Explanation> limits) {
    public OrdinaryView {
        dial = List.copyOf(dial);
        callback = List.copyOf(callback);
        limits = List.copyOf(limits);
    }

    static OrdinaryView of(EmergencyView view) {
        var dial = view.routing().known().flatMap(found -> found).stream()
                .flatMap(routing -> routing.entries().stream())
                .flatMap(entry -> Stream.concat(Stream.of(entry.dialString()), entry.masks().stream()))
                .toList();
        var address = view.sharedNumber()
                .known()
                .flatMap(found -> found)
                .flatMap(number -> number.address().known())
                .flatMap(found -> found)
                .map(EmergencyLocation::address);
        var disclaimer = view.notice().known().flatMap(found -> found).flatMap(Notice::disclaimer);
        return new OrdinaryView(dial, view.callerId().numbers(), view.callerId(), address, disclaimer, view.limits());
    }
}
