package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Request;
import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.core.readiness.PersonCase;
import dev.linekeeper.core.readiness.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Set;

/** What became of asking for something. */
public sealed interface Asked {
    /** Stored and on its way to the approvers. {@code request.terms().approvers()} may be empty: then nobody can decide. */
    record Sent(Request.Pending request) implements Asked {}

    /** It was only looked at: this would be sent for approval. */
    record Ready(Plan plan, Report<PersonCase> report) implements Asked {}

    /** The person has an open request, and there is one at a time. */
    record OpenAlready(Request open) implements Asked {}

    record NothingToDo(Report<PersonCase> report) implements Asked {}

    /** Failing rules stand in the way. */
    record Blocked(Report<PersonCase> report) implements Asked {}

    /** Some facts could not be read, so nothing is asked for on a guess. */
    record NotVerified(Report<PersonCase> report) implements Asked {}

    /** Only people with one of these roles may ask for that. */
    record NotAllowed(Set<Role> needed) implements Asked {}

    /** Linekeeper is set to change nothing. */
    record ReadOnly() implements Asked {}

    record UnknownPerson(UserId person) implements Asked {}

    record UnknownRequest(RequestId request) implements Asked {}

    /** The request cannot be taken back; the details say what moved or is not known. */
    record CannotUndo(Request request, Why why, List<Explanation> details) implements Asked {
        public enum Why {
            /** Nothing of it was done, or it was taken back already. */
            NOTHING_DONE,
            /** The time to take it back is over. */
            TOO_LATE,
            /** It was a dry run. */
            REHEARSAL,
            /** Somebody changed the person's settings since; taking back would undo that too. */
            STATE_MOVED,
            NOT_VERIFIED
        }

        public CannotUndo {
            details = List.copyOf(details);
        }
    }

    /** The tenant did not answer at all. */
    record NoAnswer(String why) implements Asked {}
}
