package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/**
 * A resource account to be judged.
 *
 * @param account empty when there is no such account
 * @param number the account's number as the inventory has it; empty when it has none, or none the inventory knows
 */
public record AccountCase(
        UserId id,
        TenantCase tenantCase,
        Fact<Optional<ResourceAccount>> account,
        Fact<Optional<TelephoneNumber>> number) {

    static AccountCase of(UserId id, TenantCase tenantCase) {
        var tenant = tenantCase.tenant();
        var account = tenant.resourceAccount(id);
        var number = Fact.flatMapPresent(Fact.flatMapPresent(account, ResourceAccount::number), tenant::number);
        return new AccountCase(id, tenantCase, account, number);
    }

    /** The country of the account's number; empty when there is no number or it is not said. */
    public Fact<Optional<Country>> country() {
        return Fact.flatMapPresent(number, tenantCase::country);
    }

    /** What people call the account; its id where the name is not known. */
    public String displayName() {
        return Fact.present(account).map(ResourceAccount::displayName).orElseGet(id::value);
    }
}
