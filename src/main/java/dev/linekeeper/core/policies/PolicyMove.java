package dev.linekeeper.core.policies;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Optional;

/** What somebody wishes of a Shared Calling policy and of the people who have it. */
public sealed interface PolicyMove {
    /** The policy people have now, which goes. */
    PolicyName from();

    /** The one they get. */
    PolicyName to();

    /** What is done before the people are moved. */
    default Optional<PolicyWish> first() {
        return Optional.empty();
    }

    /** That they are moved to a policy that is there, and theirs is removed. */
    record EmptiedPolicy(PolicyName from, PolicyName to) implements PolicyMove {}

    /**
     * That theirs is called otherwise: Teams renames none, so there is a new one that says the same.
     *
     * @param callbacks the callback numbers of the new one; empty for the same
     */
    record RenamedPolicy(PolicyName from, PolicyName to, Optional<List<PhoneNumber>> callbacks) implements PolicyMove {
        @Override
        public Optional<PolicyWish> first() {
            return Optional.of(new PolicyWish.CopiedPolicy(to, from, callbacks));
        }
    }
}
