package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Shared Calling policies of single numbers.
 *
 * @param byNumber the policy of each number that has one of its own; missing where only the number could be read
 * @param unread why entries without a readable number could not be read: while there are any, a number that is not in
 *     the map may have a policy
 */
public record LinePolicyList(Map<PhoneNumber, Fact<PolicyName>> byNumber, List<String> unread) {
    public LinePolicyList {
        byNumber = Map.copyOf(byNumber);
        unread = List.copyOf(unread);
    }

    /** The policy of a number; empty when it has none of its own, missing when that could not be read. */
    public static Fact<Optional<PolicyName>> of(PhoneNumber number, Fact<LinePolicyList> list) {
        return list.flatMap(all -> {
            var found = all.byNumber.get(number);
            if (found != null) {
                return found.flatMap(name -> list.map(_ -> Optional.of(name)));
            }
            return Entries.lost(all.unread)
                    .<Fact<Optional<PolicyName>>>map(Fact::missing)
                    .orElseGet(() -> list.map(_ -> Optional.empty()));
        });
    }
}
