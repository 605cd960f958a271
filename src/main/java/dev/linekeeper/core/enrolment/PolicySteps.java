package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.person.Change;
import java.util.Optional;

/**
 * How plans change the policies of one kind. This is the place to teach when plans shall change another kind;
 * {@code PolicyStepsTest} then names what is missing elsewhere.
 *
 * @param order the place of the step among the steps of a plan; number and voice steps come before 3. Emergency settings
 *     come before the grant that lets somebody call
 * @param grant the step that grants or takes away
 * @param restore the step that puts back what was there before
 * @param revoke the step that takes away, where it has a name of its own
 */
record PolicySteps(int order, StepName grant, StepName restore, Optional<StepName> revoke) {
    /** The steps for policies of a kind; empty when no plan changes this kind. */
    static Optional<PolicySteps> of(PolicyKind kind) {
        return switch (kind) {
            case EMERGENCY_CALL_ROUTING ->
                Optional.of(new PolicySteps(3, StepName.GRANT_ECRP, StepName.RESTORE_ECRP, Optional.empty()));
            case VOICE_ROUTING ->
                Optional.of(new PolicySteps(4, StepName.GRANT_VRP, StepName.RESTORE_VRP, Optional.empty()));
            case SHARED_CALLING ->
                Optional.of(
                        new PolicySteps(5, StepName.GRANT_SC, StepName.RESTORE_SC, Optional.of(StepName.REVOKE_SC)));
            case EMERGENCY_CALLING, CALLING_LINE_IDENTITY, DIAL_PLAN, DIAL_OUT, CALLING -> Optional.empty();
        };
    }

    /**
     * The steps for the kind of policy a change is about.
     *
     * @throws IllegalArgumentException when no plan changes this kind
     */
    static PolicySteps of(Change.PolicyChange change) {
        return of(change.kind())
                .orElseThrow(() -> new IllegalArgumentException(
                        "No step of a plan changes a %s".formatted(change.kind().type())));
    }

    /** The name of the step that makes the change; {@code restoring} in an undo. A direct grant is taken away to go back to another. */
    StepName name(Change.PolicyChange change, boolean restoring) {
        return revoke.filter(_ -> change.granted().isEmpty())
                .orElse(restoring || change.granted().isEmpty() ? restore : grant);
    }
}
