package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;

/** Policies granted to single numbers of people who hold several (rule USR-13). */
public interface PhoneNumberPolicies extends Backend {
    LinePolicyList sharedCalling();

    /** Grants the Shared Calling policy to the number, or takes its own away. Harmless when that is so already. */
    WriteReceipt grant(PhoneNumber number, Optional<PolicyName> policy, ChangeKey key);
}
