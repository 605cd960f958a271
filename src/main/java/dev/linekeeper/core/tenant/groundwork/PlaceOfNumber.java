package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/**
 * The static emergency location of the shared number of an account, as
 * <a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csphonenumberassignment">Set-CsPhoneNumberAssignment</a>
 * sets it (rule RES-10).
 */
public record PlaceOfNumber(UserId account, PhoneNumber number, Optional<LocationId> before, Optional<LocationId> after)
        implements Fix<LocationId> {
    @Override
    public Groundwork subject() {
        return new Groundwork(GroundworkKind.NUMBER, number.toString());
    }

    @Override
    public PlaceOfNumber between(Optional<LocationId> from, Optional<LocationId> to) {
        return new PlaceOfNumber(account, number, from, to);
    }

    /** Missing too where the number is not the account's any more. */
    @Override
    public Fact<Optional<LocationId>> now(Tenant tenant) {
        return held(tenant).flatMap(TelephoneNumber::location);
    }

    private Fact<TelephoneNumber> held(Tenant tenant) {
        var holding = Fact.flatMapPresent(tenant.resourceAccount(account), ResourceAccount::number)
                .map(held -> held.filter(number::equals));
        return Fact.required(
                Fact.flatMapPresent(holding, tenant::number),
                () -> "%s is not the number of %s in the inventory".formatted(number, account));
    }

    @Override
    public Tenant madeIn(Tenant tenant) {
        return held(tenant).known().map(it -> tenant.with(it.at(after))).orElse(tenant);
    }
}
