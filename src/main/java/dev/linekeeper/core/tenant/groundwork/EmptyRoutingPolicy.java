package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.VoiceRouting;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A voice routing policy by its PSTN usages, of which people of Shared Calling have none, as
 * <a href="https://learn.microsoft.com/powershell/module/microsoftteams/new-csonlinevoiceroutingpolicy">New-CsOnlineVoiceRoutingPolicy</a>
 * makes it (rule VRP-01).
 *
 * @param account from which it was asked for; all people of Shared Calling are given the same one
 */
public record EmptyRoutingPolicy(
        UserId account, PolicyName name, Optional<List<String>> before, Optional<List<String>> after)
        implements PolicyFix<List<String>> {
    @Override
    public PolicyKind kind() {
        return PolicyKind.VOICE_ROUTING;
    }

    @Override
    public Groundwork subject() {
        return new Groundwork(GroundworkKind.VOICE_ROUTING, name.value());
    }

    @Override
    public EmptyRoutingPolicy between(Optional<List<String>> from, Optional<List<String>> to) {
        return new EmptyRoutingPolicy(account, name, from, to);
    }

    @Override
    public List<String> said(Policy policy) {
        return ((VoiceRouting) policy).usages();
    }

    @Override
    public Policy saying(List<String> usages, Optional<Policy> now, Tenant tenant) {
        return new VoiceRouting(name, usages);
    }
}
