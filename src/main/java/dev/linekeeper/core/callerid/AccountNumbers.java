package dev.linekeeper.core.callerid;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/**
 * The numbers of people and resource accounts as the tenant's inventory lists them: the only ones an answer may name.
 */
final class AccountNumbers {
    private AccountNumbers() {}

    /** The entry of a number, found with its extension or without. */
    static Fact<Optional<TelephoneNumber>> listed(PhoneNumber number, Tenant tenant) {
        return tenant.number(number)
                .flatMap(found -> found.isPresent() ? tenant.number(number) : tenant.number(number.base()));
    }

    /**
     * The number of an account; empty when there is no such account, it has none, or the inventory does not list it.
     */
    static Fact<Optional<PhoneNumber>> of(UserId account, Tenant tenant) {
        var held = Fact.flatMapPresent(tenant.resourceAccount(account), ResourceAccount::number);
        return Fact.flatMapPresent(held, number -> listed(number, tenant))
                .map(entry -> entry.map(TelephoneNumber::number).map(PhoneNumber::base));
    }
}
