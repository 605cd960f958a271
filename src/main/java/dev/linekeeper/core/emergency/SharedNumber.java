package dev.linekeeper.core.emergency;

import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import java.util.Optional;

/**
 * The number people call with under a policy.
 *
 * @param address the static address of the number, sent when the client has none; empty when there is none (rule RES-10)
 */
public record SharedNumber(
        PhoneNumber number,
        NumberType type,
        Fact<Optional<Country>> country,
        String accountName,
        Fact<Optional<EmergencyLocation>> address) {

    static SharedNumber of(ResourceAccount account, TelephoneNumber number, Tenant tenant, JudgementSettings settings) {
        var address = Fact.flatMapPresent(number.location(), tenant::place);
        return new SharedNumber(
                number.number(),
                number.type(),
                settings.numberCountries().of(number, tenant),
                account.displayName(),
                address);
    }

    /** The number of an account; empty when it has none, or none the tenant lists. */
    static Fact<Optional<SharedNumber>> of(ResourceAccount account, Tenant tenant, JudgementSettings settings) {
        return account.number()
                .with(
                        tenant.numbers(),
                        (number, all) -> number.flatMap(held -> Optional.ofNullable(all.get(held)))
                                .map(entry -> of(account, entry, tenant, settings)));
    }
}
