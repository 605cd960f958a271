package dev.linekeeper.core.site;

import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.attestation.TestCallTask;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.tenant.PolicyName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What people said that no API tells.
 *
 * @param attested until which day somebody answers for a rule; empty where nobody does, or it does not count any more
 * @param testCalls of a policy, the newest first
 */
public record SiteTestimony(
        BiFunction<RuleId, AttestedCase, Optional<LocalDate>> attested,
        Function<PolicyName, List<TestCallTask>> testCalls) {
    /** Nobody said anything. */
    public static final SiteTestimony NONE = new SiteTestimony((_, _) -> Optional.empty(), _ -> List.of());
}
