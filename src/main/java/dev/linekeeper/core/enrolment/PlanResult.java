package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;

/** The result of planning an enrolment, a removal or an undo for one person, or a change of a policy: a plan, or why there is none. */
public sealed interface PlanResult {
    /** A result of judging the person by the rules. */
    sealed interface WithReport extends PlanResult {
        /** The report the result follows from. */
        Report<PersonCase> report();
    }

    /** A plan that can be sent to the approvers. */
    sealed interface SendablePlan extends PlanResult {
        Plan plan();

        /** The report the result follows from. */
        Report<?> report();
    }

    /** A plan with at least one change. {@link Risk#why} of the plan says what is lost and what takes over. */
    record Ready(Plan plan, Report<PersonCase> report) implements WithReport, SendablePlan {}

    /** The result of planning a change of a policy, or of what else stands behind people. */
    sealed interface OfPolicy extends PlanResult {}

    /**
     * A plan for it.
     *
     * @param report the policy, or the account behind it, as it would be; or the policy as it is before it is removed
     */
    record PolicyReady(Plan plan, Report<?> report) implements OfPolicy, SendablePlan {}

    /**
     * Why it is not changed.
     *
     * @param rules the rules that would fail, by id
     * @param details what would fail and what to do about it, or who stands in the way
     */
    record PolicyRefused(Subject subject, PolicyObstacle why, List<String> rules, List<Explanation> details)
            implements OfPolicy {
        public enum PolicyObstacle {
            /** It says so already. */
            NOTHING_TO_DO,
            NAME_TAKEN,
            NO_SUCH_POLICY,
            /** The Global policy is everybody's: it is neither made nor changed nor removed here. */
            GLOBAL,
            /** People, lines or groups depend on it. */
            IN_USE,
            /** A rule would fail. */
            RULES,
            /** It says something else than it is to be changed from. */
            STATE_MOVED,
            /** Somebody else has to do it, such as the operator of a number. */
            NOT_OURS,
            /** The service has no place for it, such as a rank that there is not. */
            NO_PLACE,
            /** What was chosen cannot be had: somebody else has it, or is to have it, or there is none such. */
            UNAVAILABLE,
            /** What has to be known could not be read. */
            NOT_READ
        }

        /** Whether it says already what it was to say. */
        public boolean isThere() {
            return why == PolicyObstacle.NOTHING_TO_DO;
        }

        public PolicyRefused {
            rules = List.copyOf(rules);
            details = List.copyOf(details);
        }
    }

    /** The person is already as the plan would leave them. */
    record NothingToDo(Report<PersonCase> report) implements WithReport {}

    /** A rule fails that the plan may not or cannot mend. */
    record Blocked(Report<PersonCase> report) implements WithReport {}

    /**
     * A fact that could fail a rule, or that would be changed, could not be read.
     *
     * @param unread what it was, for an admin; empty when the report says it
     */
    record NotVerified(Report<PersonCase> report, Optional<String> unread) implements WithReport {}

    /**
     * A request that cannot be undone.
     *
     * @param details what moved or could not be read; empty when {@code why} says it all
     */
    record CannotUndo(UndoObstacle why, List<Explanation> details) implements PlanResult {
        public enum UndoObstacle {
            /** Nothing of the request was done, or it was undone already. */
            NOTHING_DONE,
            /** The time to undo it is over. */
            TOO_LATE,
            /** The request was a dry run. */
            REHEARSAL,
            /** Somebody changed the person's settings since; an undo would overwrite that. */
            STATE_MOVED,
            /** What is to be put back first is no setting of ours, such as a licence. */
            NOT_OURS,
            /** The present settings, or whether they can be restored, could not be read. */
            NOT_VERIFIED
        }

        public CannotUndo {
            details = List.copyOf(details);
        }
    }

    /** The directory does not know the person. */
    record UnknownPerson(UserId person) implements PlanResult {}

    /** The tenant did not answer; {@code why} is for an admin. */
    record NoAnswer(String why) implements PlanResult {}
}
