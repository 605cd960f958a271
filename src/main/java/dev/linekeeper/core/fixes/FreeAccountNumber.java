package dev.linekeeper.core.fixes;

import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers an account could be given: those that may be an application's, that nobody has and no policy keeps for callbacks. */
public final class FreeAccountNumber {
    private FreeAccountNumber() {}

    /** Whether nobody has it and it may be an account's, as far as it can be told. */
    public static boolean isFree(TelephoneNumber number, Tenant tenant) {
        return number.status() == NumberStatus.UNASSIGNED
                && number.may(Capability.VOICE_APPLICATION_ASSIGNMENT).known().orElse(false)
                && AccountNumberObstacle.callbackOf(number.number(), tenant)
                        .known()
                        .filter(List::isEmpty)
                        .isPresent();
    }

    /** Whether a place is given together with it: a Calling Plan number is not assigned without one. */
    public static boolean needsPlace(TelephoneNumber number) {
        return number.type() == NumberType.CALLING_PLAN
                && number.status() == NumberStatus.UNASSIGNED
                && number.location().known().flatMap(place -> place).isEmpty();
    }

    /** The words by which choices of that type and country are found: {@code Operator Connect, GB}. */
    public static String kind(Optional<String> type, Optional<String> country) {
        return Stream.concat(type.stream(), country.stream()).collect(Collectors.joining(", "));
    }

    /** How a choice is written: the number, with its place where one is given with it. */
    public static String written(PhoneNumber number, Optional<LocationId> place) {
        return place.map(at -> "%s %s".formatted(number, at)).orElseGet(number::toString);
    }
}
