package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;

/**
 * An emergency call routing policy by what it dials (rules EMG-01 to EMG-06), as
 * <a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csteamsemergencycallroutingpolicy">Set-CsTeamsEmergencyCallRoutingPolicy</a> sets it.
 *
 * @param account for whose number's type and country it is to be right
 */
public record EmergencyRoutingPolicy(
        UserId account, PolicyName name, Optional<List<EmergencyNumber>> before, Optional<List<EmergencyNumber>> after)
        implements PolicyFix<List<EmergencyNumber>> {
    @Override
    public PolicyKind kind() {
        return PolicyKind.EMERGENCY_CALL_ROUTING;
    }

    @Override
    public Groundwork subject() {
        return new Groundwork(GroundworkKind.EMERGENCY_ROUTING, name.value());
    }

    @Override
    public EmergencyRoutingPolicy between(Optional<List<EmergencyNumber>> from, Optional<List<EmergencyNumber>> to) {
        return new EmergencyRoutingPolicy(account, name, from, to);
    }

    @Override
    public List<EmergencyNumber> said(Policy policy) {
        return ((EmergencyCallRouting) policy).numbers();
    }

    @Override
    public Policy saying(List<EmergencyNumber> numbers, Optional<Policy> now, Tenant tenant) {
        var enhanced = now.map(it -> ((EmergencyCallRouting) it).enhancedServices())
                .orElseGet(() -> tenant.cloud().map(_ -> true));
        return new EmergencyCallRouting(name, enhanced, numbers);
    }
}
