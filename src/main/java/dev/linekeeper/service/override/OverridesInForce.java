package dev.linekeeper.service.override;

import dev.linekeeper.core.override.OverridableRules;
import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;

/** What stored overrides pass over now. One whose last day is over does not count, whether or not that was noticed. */
public record OverridesInForce(OverrideStore store, Clock clock) implements AcceptedGaps {
    /** The override that counts for the person now. */
    public Optional<StoredOverride> of(UserId person) {
        return store.openOf(person).filter(stored -> stored.override().counts(clock.instant()));
    }

    /** Looked up only where a rule fails that can be passed over: for most people of many none does. */
    @Override
    public Predicate<Finding<PersonCase>> of(UserId person, PolicyName policy) {
        return failing -> OverridableRules.contain(failing.rule())
                && of(person)
                        .map(stored -> stored.override().gap())
                        .filter(gap -> gap.policy().equals(policy) && gap.covers(failing))
                        .isPresent();
    }
}
