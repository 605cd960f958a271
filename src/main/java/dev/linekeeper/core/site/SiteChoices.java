package dev.linekeeper.core.site;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/**
 * What somebody chose for a site, never what is so: that is read from the tenant.
 *
 * @param account the object id of the resource account; of one that was asked for, the principal name it is to get
 * @param number that the account is to have
 * @param type of that number, as long as there is none
 * @param country of that number, as long as there is none
 * @param place the emergency location the number is to have
 * @param policy the Shared Calling policy; without one it is called as the site is
 */
public record SiteChoices(
        Optional<UserId> account,
        Optional<PhoneNumber> number,
        Optional<NumberType> type,
        Optional<Country> country,
        Optional<LocationId> place,
        Optional<PolicyName> policy) {
    public static final SiteChoices NONE = new SiteChoices(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The same with this account. */
    public SiteChoices with(UserId chosen) {
        return new SiteChoices(Optional.of(chosen), number, type, country, place, policy);
    }

    /** These, and where nothing is chosen here what was chosen before. */
    public SiteChoices over(SiteChoices before) {
        return new SiteChoices(
                account.or(before::account),
                number.or(before::number),
                type.or(before::type),
                country.or(before::country),
                place.or(before::place),
                policy.or(before::policy));
    }
}
