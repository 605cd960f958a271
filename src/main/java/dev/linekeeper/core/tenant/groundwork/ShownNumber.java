package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Policy.CallingLineIdentity;
import dev.linekeeper.core.tenant.Policy.Substitute;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/**
 * What a caller ID policy has people show.
 *
 * @param account whose number, where it is {@link Substitute#RESOURCE}; what else says it, is without meaning
 */
public record ShownNumber(Substitute substitute, Optional<UserId> account) {
    public static final ShownNumber OWN = new ShownNumber(Substitute.LINE_URI, Optional.empty());

    public static ShownNumber of(UserId account) {
        return new ShownNumber(Substitute.RESOURCE, Optional.of(account));
    }

    public static ShownNumber of(CallingLineIdentity policy) {
        return new ShownNumber(
                policy.substitute(), policy.resourceAccount().filter(_ -> policy.substitute() == Substitute.RESOURCE));
    }
}
