package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.ResourceAccount.Association;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;

/**
 * What answers calls to a resource account, by the id of an auto attendant, as
 * <a href="https://learn.microsoft.com/powershell/module/microsoftteams/new-csonlineapplicationinstanceassociation">New-CsOnlineApplicationInstanceAssociation</a>
 * sets it (rule RES-16).
 */
public record AttendantOfAccount(
        UserId account, String userPrincipalName, Optional<String> before, Optional<String> after)
        implements Fix<String> {
    @Override
    public Groundwork subject() {
        return new Groundwork(GroundworkKind.ACCOUNT, userPrincipalName);
    }

    @Override
    public AttendantOfAccount between(Optional<String> from, Optional<String> to) {
        return new AttendantOfAccount(account, userPrincipalName, from, to);
    }

    @Override
    public Fact<Optional<String>> now(Tenant tenant) {
        return Fact.required(tenant.resourceAccount(account), () -> "there is no account " + userPrincipalName)
                .flatMap(it -> it.associations()
                        .map(all ->
                                all.stream().map(Association::configurationId).findFirst()));
    }

    @Override
    public Tenant madeIn(Tenant tenant) {
        var then = after.map(id -> new Association(Application.AUTO_ATTENDANT, id)).stream()
                .toList();
        return Fact.present(tenant.resourceAccount(account))
                .map(it -> tenant.with(it.with(it.associations().map(_ -> List.copyOf(then)))))
                .orElse(tenant);
    }
}
