package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/**
 * The voice routing policy granted to a resource account, as
 * <a href="https://learn.microsoft.com/powershell/module/microsoftteams/grant-csonlinevoiceroutingpolicy">Grant-CsOnlineVoiceRoutingPolicy</a>
 * grants it (rule RES-14); empty where nothing is granted to the account itself.
 */
public record RoutingOfAccount(
        UserId account, String userPrincipalName, Optional<PolicyName> before, Optional<PolicyName> after)
        implements Fix<PolicyName> {
    @Override
    public Groundwork subject() {
        return new Groundwork(GroundworkKind.ACCOUNT, userPrincipalName);
    }

    @Override
    public RoutingOfAccount between(Optional<PolicyName> from, Optional<PolicyName> to) {
        return new RoutingOfAccount(account, userPrincipalName, from, to);
    }

    @Override
    public Fact<Optional<PolicyName>> now(Tenant tenant) {
        return granted(tenant)
                .map(assignment -> assignment instanceof Assignment.Direct(var policy, _)
                        ? Optional.of(policy)
                        : Optional.empty());
    }

    private Fact<Assignment> granted(Tenant tenant) {
        return Fact.required(
                        tenant.resourceAccount(account), () -> "there is no account %s".formatted(userPrincipalName))
                .flatMap(it -> it.policy(PolicyKind.VOICE_ROUTING));
    }

    @Override
    public Tenant madeIn(Tenant tenant) {
        Fact<Assignment> now = granted(tenant);
        Fact<Assignment> beneath =
                now.flatMap(it -> it instanceof Assignment.Direct(_, var under) ? under : now);
        Fact<Assignment> then = after.<Fact<Assignment>>map(
                        policy -> now.map(_ -> new Assignment.Direct(policy, beneath)))
                .orElse(beneath);
        return Fact.present(tenant.resourceAccount(account))
                .map((ResourceAccount it) -> tenant.with(it.with(PolicyKind.VOICE_ROUTING, then)))
                .orElse(tenant);
    }
}
