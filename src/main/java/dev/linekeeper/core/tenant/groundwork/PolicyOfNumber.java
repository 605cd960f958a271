package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/**
 * The Shared Calling policy granted to a single number of somebody who may have several, as
 * <a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csphonenumberpolicyassignment">Set-CsPhoneNumberPolicyAssignment</a>
 * grants it to a number of the person {@code holder} (rule USR-13); empty where the number has none of its own.
 */
public record PolicyOfNumber(UserId holder, PhoneNumber number, Optional<PolicyName> before, Optional<PolicyName> after)
        implements Fix<PolicyName> {
    @Override
    public UserId account() {
        return holder;
    }

    @Override
    public Groundwork subject() {
        return new Groundwork(GroundworkKind.NUMBER, number.toString());
    }

    @Override
    public PolicyOfNumber between(Optional<PolicyName> from, Optional<PolicyName> to) {
        return new PolicyOfNumber(holder, number, from, to);
    }

    /** Missing too where the number is not theirs any more. */
    @Override
    public Fact<Optional<PolicyName>> now(Tenant tenant) {
        return Fact.required(
                        tenant.number(number).map(found -> found.filter(it -> it.isOf(holder))),
                        () -> "the inventory does not say that %s is the number of %s".formatted(number, holder))
                .flatMap(TelephoneNumber::sharedCalling);
    }

    @Override
    public Tenant madeIn(Tenant tenant) {
        return Fact.present(tenant.number(number))
                .map(it -> tenant.with(it.granted(it.sharedCalling().map(_ -> after))))
                .orElse(tenant);
    }
}
