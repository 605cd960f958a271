package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;

/**
 * An emergency call routing policy by what it dials, as
 * <a href="https://learn.microsoft.com/powershell/module/microsoftteams/new-csteamsemergencycallroutingpolicy">New-CsTeamsEmergencyCallRoutingPolicy</a>
 * makes it (rules EMG-01 to EMG-06).
 *
 * @param account for whose number's type and country it is made
 */
public record EmergencyRoutingPolicy(
        UserId account, PolicyName name, Optional<List<EmergencyNumber>> before, Optional<List<EmergencyNumber>> after)
        implements Fix<List<EmergencyNumber>> {
    @Override
    public Groundwork subject() {
        return new Groundwork(GroundworkKind.EMERGENCY_ROUTING, name.value());
    }

    @Override
    public EmergencyRoutingPolicy between(Optional<List<EmergencyNumber>> from, Optional<List<EmergencyNumber>> to) {
        return new EmergencyRoutingPolicy(account, name, from, to);
    }

    @Override
    public Fact<Optional<List<EmergencyNumber>>> now(Tenant tenant) {
        return tenant.policy(name, EmergencyCallRouting.class).map(found -> found.map(EmergencyCallRouting::numbers));
    }

    /** Without it the tenant is as it is. */
    @Override
    public Tenant madeIn(Tenant tenant) {
        return after.map(numbers -> tenant.with(
                        new EmergencyCallRouting(name, tenant.cloud().map(_ -> true), numbers)))
                .orElse(tenant);
    }
}
