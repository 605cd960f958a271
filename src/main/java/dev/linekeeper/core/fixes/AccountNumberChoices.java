package dev.linekeeper.core.fixes;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbers an account could be given or not; a free Calling Plan number without a place at each place of its country. */
record AccountNumberChoices(AccountCase account, ResourceAccount to) {
    private static final String UNKNOWN = "?";

    Fact<List<FixChoice>> all() {
        return tenant().numbers()
                .map(all -> all.values().stream()
                        .sorted(Comparator.comparing(TelephoneNumber::number))
                        .flatMap(this::choices)
                        .toList());
    }

    private Tenant tenant() {
        return account.tenantCase().tenant();
    }

    private Stream<FixChoice> choices(TelephoneNumber number) {
        Optional<Country> country = Fact.present(account.tenantCase().country(number));
        return FreeAccountNumber.needsPlace(number)
                ? EmergencyLocation.in(country, places()).stream()
                        .map(place -> choice(number, country, Optional.of(place)))
                : Stream.of(choice(number, country, Optional.empty()));
    }

    private Collection<EmergencyLocation> places() {
        return tenant().locations().known().orElse(Map.of()).values();
    }

    private FixChoice choice(TelephoneNumber number, Optional<Country> country, Optional<EmergencyLocation> place) {
        NumberType type = number.type();
        String name = "%s (%s)"
                .formatted(
                        number.number(),
                        FreeAccountNumber.kind(
                                Optional.of(type.productName()),
                                Optional.of(country.map(Country::iso).orElse(UNKNOWN))));
        Optional<LocationId> at = place.map(EmergencyLocation::id);
        return new FixChoice(
                place.map(it -> "%s: %s".formatted(name, FixWords.name(it))).orElse(name),
                FreeAccountNumber.written(number.number(), at),
                new NumberOfAccount(
                        account.id(),
                        to.userPrincipalName(),
                        type,
                        at,
                        Optional.empty(),
                        Optional.of(number.number())));
    }
}
