package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * The countries of numbers. Microsoft reports none for Direct Routing, neither in Graph nor in Get-CsPhoneNumberAssignment:
 * there the calling code says it where it is one country's, else the place of the number, else a setting (rule POL-04).
 *
 * @param byStart countries by the digits with which numbers begin, such as {@code 1425}; the longest beginning wins
 */
public record NumberCountries(Map<String, Country> byStart) {
    public NumberCountries {
        byStart = Map.copyOf(byStart);
    }

    /** The country of a number; empty or missing, as it was reported, when nothing says it. */
    public Fact<Optional<Country>> of(TelephoneNumber number, Tenant tenant) {
        var reported = number.country();
        if (number.type() != NumberType.DIRECT_ROUTING || Fact.present(reported).isPresent()) {
            return reported;
        }
        return CallingCode.country(number.number())
                .or(() -> place(number, tenant).flatMap(EmergencyLocation::country))
                .or(() -> set(number.number()))
                .map(country -> tenant.numbers().map(_ -> Optional.of(country)))
                .orElse(reported);
    }

    private static Optional<EmergencyLocation> place(TelephoneNumber number, Tenant tenant) {
        return Fact.present(number.location()).flatMap(id -> Fact.present(tenant.place(id)));
    }

    private Optional<Country> set(PhoneNumber number) {
        return byStart.keySet().stream()
                .filter(start -> number.digits().startsWith(start))
                .max(Comparator.comparingInt(String::length))
                .map(byStart::get);
    }
}
