package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/**
 * A change of one setting of a resource account, of a number or of a policy for it, both ways the same: what is set before and after, empty
 * for nothing.
 *
 * @param <V> what is set
 */
public sealed interface Fix<V>
        permits PlaceOfNumber,
                RoutingOfAccount,
                AttendantOfAccount,
                PolicyFix,
                UsageLocationOfAccount,
                SignInOfAccount,
                PolicyOfNumber,
                NumberOfAccount,
                NewAccount {
    /** The object id of the account, or of the person, whose calls depend on it. */
    UserId account();

    /** The same account as this tenant knows it: one that was made has got an id. */
    default UserId accountIn(Tenant tenant) {
        return account();
    }

    /** The one thing that changes, which two requests may not be about at once. */
    Groundwork subject();

    Optional<V> before();

    Optional<V> after();

    /** The same setting changed otherwise. */
    Fix<V> between(Optional<V> from, Optional<V> to);

    /** What is set now; missing when that, or the thing itself, could not be read. */
    Fact<Optional<V>> now(Tenant tenant);

    /** Why nothing takes it back once it is made; empty where something does. */
    default Optional<Explanation> stays() {
        return Optional.empty();
    }

    /** The tenant as it is once the change is made. */
    Tenant madeIn(Tenant tenant);
}
