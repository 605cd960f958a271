package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.person.Change;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Who can put a failing rule right. The instruction is {@link Rule#remedyText()}. */
public sealed interface Remedy<S> {

    /**
     * Linekeeper may do it, inside an approved enrolment.
     *
     * @param change what would be changed; empty when the settings or the tenant give nothing to change to, or when the
     *     change has not been asked for (releasing a number): then an admin has to see to it first; missing when a fact
     *     it follows from could not be read, and then the rule is unknown in a plan
     * @param stuck what a plan says where there is no change: which setting is missing
     */
    record Automatic<S>(Function<S, Optional<Fact<Change>>> change, BiFunction<S, Verdict.Fail, Verdict> stuck)
            implements Remedy<S> {}

    /** An admin has to decide and do it. */
    record ByAdmin<S>() implements Remedy<S> {}

    /** It is done outside Teams: by the carrier, the licensing desk or Microsoft's number service desk. */
    record OutsideTeams<S>() implements Remedy<S> {}

    /** The rule tells something; there is nothing to do. */
    record NoRemedy<S>() implements Remedy<S> {}
}
