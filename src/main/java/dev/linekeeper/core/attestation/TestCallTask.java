package dev.linekeeper.core.attestation;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A test call somebody is to make, and what they say came of it: of that one call, never of the next.
 *
 * @param id its own number, of those that requests have
 * @param place the description of an emergency location; empty where none was named
 * @param echo whether it is the 933 test; else the operator tests
 * @param said empty while it is to be made
 */
public record TestCallTask(
        RequestId id,
        PolicyName policy,
        String place,
        boolean echo,
        UserId asked,
        Instant askedAt,
        Optional<TestCallReport> said) {
    /** The names are stored: do not rename. */
    public enum TestCallOutcome {
        FAILED,
        NOT_MADE,
        WORKED
    }

    /** What somebody says came of it. */
    public record TestCallReport(TestCallOutcome outcome, UserId by, Instant at, String note) {}
}
