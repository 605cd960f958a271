package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/**
 * The number people call with who share an account, as
 * <a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csphonenumberassignment">Set-CsPhoneNumberAssignment</a>
 * assigns it (rule RES-04).
 *
 * @param type of that number, in both directions
 * @param place its emergency location, given with it; empty where it keeps what it has
 */
public record NumberOfAccount(
        UserId account,
        String userPrincipalName,
        NumberType type,
        Optional<LocationId> place,
        Optional<PhoneNumber> before,
        Optional<PhoneNumber> after)
        implements Fix<PhoneNumber> {
    @Override
    public Groundwork subject() {
        return new Groundwork(GroundworkKind.ACCOUNT, userPrincipalName);
    }

    @Override
    public NumberOfAccount between(Optional<PhoneNumber> from, Optional<PhoneNumber> to) {
        return new NumberOfAccount(account, userPrincipalName, type, place, from, to);
    }

    @Override
    public Fact<Optional<PhoneNumber>> now(Tenant tenant) {
        return Fact.required(tenant.resourceAccount(account), () -> "there is no account " + userPrincipalName)
                .flatMap(ResourceAccount::number);
    }

    @Override
    public Tenant madeIn(Tenant tenant) {
        var made = Fact.present(tenant.resourceAccount(account))
                .map(it -> tenant.with(it.calling(it.number().map(_ -> after))))
                .orElse(tenant);
        return Fact.present(
                        after.or(() -> before).map(tenant::number).orElseGet(() -> Fact.missing("there is no number")))
                .map(entry -> made.with(
                        after.isPresent() ? place.map(entry::at).orElse(entry).heldBy(account) : entry.heldByNobody()))
                .orElse(made);
    }
}
