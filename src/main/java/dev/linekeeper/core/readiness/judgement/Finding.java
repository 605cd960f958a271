package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.Change;
import java.util.Optional;

/**
 * What one rule says in a report.
 *
 * @param change in a plan: what Linekeeper would change so that a failing rule passes
 */
public record Finding<S>(Rule<S> rule, Verdict verdict, Optional<Change> change) {

    public Finding(Rule<S> rule, Verdict verdict) {
        this(rule, verdict, Optional.empty());
    }

    public Outcome outcome() {
        return verdict.outcome();
    }

    /** Whether the rule fails now and the plan makes it pass. Such a failure does not block. */
    public boolean willBeFixed() {
        return change.isPresent();
    }

    public Optional<Explanation> explanation() {
        return verdict.explanation();
    }
}
