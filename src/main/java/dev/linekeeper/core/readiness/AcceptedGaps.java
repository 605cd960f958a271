package dev.linekeeper.core.readiness;

import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.util.function.Predicate;

/** The failures that an override in force passes over. What a rule says stays as it is. */
@FunctionalInterface
public interface AcceptedGaps {
    /** Nothing is passed over. */
    AcceptedGaps NONE = (_, _) -> _ -> false;

    /** Whether a failing rule is passed over for the person under that Shared Calling policy, now. */
    Predicate<Finding<PersonCase>> of(UserId person, PolicyName policy);
}
