package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource account by the application it stands for, as
 * <a href="https://learn.microsoft.com/powershell/module/microsoftteams/new-csonlineapplicationinstance">New-CsOnlineApplicationInstance</a>
 * makes it (rule RES-01). No cmdlet of Teams takes one away.
 */
public record NewAccount(
        String userPrincipalName, String displayName, Optional<Application> before, Optional<Application> after)
        implements Fix<Application> {
    /** Its principal name, by which it goes until Entra gives it an id. */
    @Override
    public UserId account() {
        return new UserId(userPrincipalName);
    }

    @Override
    public UserId accountIn(Tenant tenant) {
        return in(tenant)
                .known()
                .flatMap(found -> found)
                .map(ResourceAccount::id)
                .orElseGet(this::account);
    }

    private Fact<Optional<ResourceAccount>> in(Tenant tenant) {
        return tenant.resourceAccounts()
                .map(all -> all.values().stream()
                        .filter(account -> AnyCase.same(account.userPrincipalName(), userPrincipalName))
                        .findFirst());
    }

    @Override
    public Groundwork subject() {
        return new Groundwork(GroundworkKind.ACCOUNT, userPrincipalName);
    }

    @Override
    public NewAccount between(Optional<Application> from, Optional<Application> to) {
        return new NewAccount(userPrincipalName, displayName, from, to);
    }

    @Override
    public Fact<Optional<Application>> now(Tenant tenant) {
        var found = in(tenant);
        return found.flatMap(there -> there.map(account -> account.application().map(Optional::of))
                .orElseGet(() -> tenant.unread().accounts().isEmpty()
                        ? found.map(_ -> Optional.empty())
                        : Fact.missing("not every resource account could be read")));
    }

    @Override
    public Optional<Explanation> stays() {
        return Optional.of(Explanation.of("fix.account.stays"));
    }

    /** Without licence, number, and anybody who may sign in. */
    @Override
    public Tenant madeIn(Tenant tenant) {
        var accounts = tenant.resourceAccounts();
        return after.map(application -> tenant.with(new ResourceAccount(
                        account(),
                        userPrincipalName,
                        displayName,
                        accounts.map(_ -> application),
                        accounts.map(_ -> false),
                        accounts.map(_ -> Optional.empty()),
                        accounts.map(_ -> List.of()),
                        accounts.map(_ -> Optional.empty()),
                        Map.of(),
                        accounts.map(_ -> List.of()))))
                .orElse(tenant);
    }
}
