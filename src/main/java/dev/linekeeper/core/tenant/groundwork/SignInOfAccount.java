package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether somebody can sign in as a resource account, as {@code accountEnabled} of
 * <a href="https://learn.microsoft.com/graph/api/user-update">Graph</a> says it (rule RES-19).
 */
public record SignInOfAccount(
        UserId account, String userPrincipalName, Optional<SignInState> before, Optional<SignInState> after)
        implements Fix<SignInOfAccount.SignInState> {
    /** An account always has one of them. */
    public enum SignInState {
        ALLOWED,
        BLOCKED;

        static SignInState of(boolean enabled) {
            return enabled ? ALLOWED : BLOCKED;
        }

        /** Such as {@code blocked}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Groundwork subject() {
        return new Groundwork(GroundworkKind.ACCOUNT, userPrincipalName);
    }

    @Override
    public SignInOfAccount between(Optional<SignInState> from, Optional<SignInState> to) {
        return new SignInOfAccount(account, userPrincipalName, from, to);
    }

    @Override
    public Fact<Optional<SignInState>> now(Tenant tenant) {
        return Fact.required(
                        tenant.resourceAccount(account), () -> "there is no account %s".formatted(userPrincipalName))
                .flatMap(ResourceAccount::signInEnabled)
                .map(enabled -> Optional.of(SignInState.of(enabled)));
    }

    @Override
    public Tenant madeIn(Tenant tenant) {
        return Fact.present(tenant.resourceAccount(account))
                .flatMap(it -> after.map(then ->
                        tenant.with(it.signIn(it.signInEnabled().map(_ -> then == SignInState.ALLOWED)))))
                .orElse(tenant);
    }
}
