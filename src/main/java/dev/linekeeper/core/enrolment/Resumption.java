package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Person;

/**
 * Whether the rest of a plan that stopped half-way is still what was approved, judged from the person and the tenant as
 * they are now: what the fingerprint says of a plan of which nothing is done.
 */
public sealed interface Resumption {
    /** The rest is as it was approved: nothing more, nothing else, and nothing that was done is gone. */
    record SameRest() implements Resumption {}

    /** The rest is another one; {@code what} is the first difference, for an admin. */
    record OtherRest(String what) implements Resumption {}

    /** A rule fails that the rest would not mend. */
    record RestBlocked(Report<PersonCase> report) implements Resumption {}

    /** The tenant did not say enough; {@code why} is for an admin. */
    record RestNotVerified(String why) implements Resumption {}

    /**
     * Judges the rest of a plan.
     *
     * @param done how many steps of the plan are done
     * @param releaseNumber whether the requester agreed that the person's own number is given up
     * @param gaps what is passed over now
     */
    static Resumption of(
            Plan approved,
            int done,
            Person person,
            Tenant tenant,
            JudgementSettings settings,
            boolean releaseNumber,
            AcceptedGaps gaps) {
        if (!approved.isOfPresentRules()) {
            return new OtherRest("the rules");
        }
        return PersonState.of(person)
                .fold(
                        now -> {
                            var rest = new RestOfPlan(approved, done, now);
                            return rest.moved().orElseGet(() -> switch (approved.purpose()) {
                                case NEW_POLICY, CHANGE_POLICY, REMOVE_POLICY, FIX, GRANT_TO_GROUP, TAKE_FROM_GROUP ->
                                    new OtherRest("no person");
                                case UNDO, NUMBER -> rest.undo(tenant);
                                case RELEASE ->
                                    approved.policy()
                                            .map(policy -> rest.compared(Planner.enrol(
                                                    person, new Readiness(tenant, settings), policy, true, gaps)))
                                            .orElseGet(() -> rest.undo(tenant));
                                case RESTORE ->
                                    rest.restored(
                                            RestorePlanner.again(approved, person, new Readiness(tenant, settings)));
                                case REMOVE ->
                                    RemovalPlanner.state(person, tenant)
                                            .<Resumption>fold(_ -> rest.removal(tenant), RestNotVerified::new);
                                case ENROL, MOVE ->
                                    rest.compared(Planner.enrol(
                                            person,
                                            new Readiness(tenant, settings),
                                            approved.policy().orElseThrow(),
                                            releaseNumber,
                                            gaps));
                            });
                        },
                        RestNotVerified::new);
    }
}
