package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.Policy;

/**
 * Makes, changes and removes Shared Calling policies. Every write says what the policy is expected to say before it:
 * when it says something else, it was changed meanwhile and the write is refused as a conflict. A write that has been
 * made already is harmless to repeat. The Global policy is neither made nor removed.
 */
public interface SharedCallingPolicies extends Backend {
    /** Harmless when the very same policy is there; a conflict when the name is taken by another. */
    WriteReceipt create(Policy.SharedCalling policy, ChangeKey key);

    /** Makes {@code expected} say what {@code wanted} says; both have the same name. */
    WriteReceipt change(Policy.SharedCalling expected, Policy.SharedCalling wanted, ChangeKey key);

    /** Harmless when it is gone; a conflict while somebody is granted it. Its callback numbers become free. */
    WriteReceipt remove(Policy.SharedCalling expected, ChangeKey key);
}
