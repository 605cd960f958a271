package dev.linekeeper.core.callerid;

import dev.linekeeper.core.readiness.PersonCase;
import dev.linekeeper.core.readiness.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.Optional;

/** How somebody's calls leave for the telephone network, as the configuration has it: steps 0 to g of domain.md §5. */
public sealed interface CallPath {

    /** Something the answer needs could not be read, or contradicts itself; {@code because} names it. */
    record Unreadable(Explanation because) implements CallPath {}

    /** Shared Calling does not exist in this cloud, so nothing of what we know applies. */
    record OtherCloud(Explanation because) implements CallPath {}

    /** Voice is off, the licence is missing, or there is no policy, account or number to call with. */
    record Closed(Explanation because) implements CallPath {}

    /**
     * With a number of one's own.
     *
     * @param number without extension
     * @param routed whether anything carries the call: false for a Direct Routing number without usages or Calling Plan
     * @param sharedToo the Shared Calling policy that applies as well and is not used
     */
    record Own(PhoneNumber number, NumberType type, boolean routed, Optional<PolicyName> sharedToo)
            implements CallPath {}

    /**
     * With the number of the account the Shared Calling policy names.
     *
     * @param contested whether the voice routing policy has usages too (rule VRP-01): which of both wins is not documented
     */
    record Shared(Policy.SharedCalling policy, ResourceAccount account, TelephoneNumber number, boolean contested)
            implements CallPath {}

    /** The path of the person's main line, from a report in audit mode. */
    static CallPath of(Report<PersonCase> audit) {
        return new CallPathReader(audit).read();
    }
}
