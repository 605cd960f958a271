package dev.linekeeper.core.numbers;

import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;

/**
 * Who or what has a number, by the {@code assignmentStatus} and {@code assignmentTargetId} of the
 * <a href="https://learn.microsoft.com/graph/api/resources/teamsadministration-numberassignment">inventory</a>.
 */
public sealed interface NumberHolder {
    /** The inventory lists the number as free. */
    record Nobody() implements NumberHolder {}

    record OfPerson(UserId person) implements NumberHolder {}

    record OfAccount(ResourceAccount account) implements NumberHolder {}

    /** Kept for callbacks of emergency calls; {@code policies} is empty where no policy that was read lists it. */
    record OfPolicies(List<PolicyName> policies) implements NumberHolder {
        public OfPolicies {
            policies = List.copyOf(policies);
        }
    }

    record OfConferences() implements NumberHolder {}

    record OfOtherApplication() implements NumberHolder {}

    /** The inventory was read as a whole and has no such number, nor does an account or a policy name it. */
    record NotListed() implements NumberHolder {}

    /** It could not be read; which is not nobody. */
    record NotTold(String why) implements NumberHolder {}
}
