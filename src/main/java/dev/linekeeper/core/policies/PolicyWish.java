package dev.linekeeper.core.policies;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody wishes of a Shared Calling policy. */
public sealed interface PolicyWish {
    PolicyName name();

    /** That there is one which says that. */
    record NewPolicy(SharedCalling wanted) implements PolicyWish {
        @Override
        public PolicyName name() {
            return wanted.name();
        }
    }

    /**
     * That one says something else.
     *
     * @param added callback numbers, taken after those there are
     * @param removed callback numbers
     * @param account the object id of another resource account; empty to leave it
     * @param description in the admin's words; empty to leave it
     */
    record ChangedPolicy(
            PolicyName name,
            List<PhoneNumber> added,
            List<PhoneNumber> removed,
            Optional<UserId> account,
            Optional<String> description)
            implements PolicyWish {
        public ChangedPolicy {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        SharedCalling of(SharedCalling now) {
            return new SharedCalling(
                    now.name(),
                    account.or(now::resourceAccount),
                    Stream.concat(now.emergencyNumbers().stream(), added.stream())
                            .distinct()
                            .filter(number -> !removed.contains(number))
                            .toList(),
                    description.orElse(now.description()));
        }
    }

    /**
     * That there is one which says what another says.
     *
     * @param callbacks its callback numbers; empty for those of the other
     */
    record CopiedPolicy(PolicyName name, PolicyName from, Optional<List<PhoneNumber>> callbacks) implements PolicyWish {
        SharedCalling of(SharedCalling other) {
            return new SharedCalling(
                    name, other.resourceAccount(), callbacks.orElse(other.emergencyNumbers()), other.description());
        }
    }

    /** That there is none of the name. */
    record NoPolicy(PolicyName name) implements PolicyWish {}
}
