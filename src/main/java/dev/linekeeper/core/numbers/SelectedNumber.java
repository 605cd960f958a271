package dev.linekeeper.core.numbers;

import dev.linekeeper.core.readiness.judgement.NumberCountries;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import java.util.Optional;

/** A number, with its country where the tenant tells it or it can be concluded. */
public record SelectedNumber(TelephoneNumber entry, Optional<Country> country) {
    static SelectedNumber of(TelephoneNumber entry, Tenant tenant, NumberCountries countries) {
        return new SelectedNumber(entry, Fact.present(countries.of(entry, tenant)));
    }
}
