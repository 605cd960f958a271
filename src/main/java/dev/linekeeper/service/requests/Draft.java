package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.readiness.PersonCase;
import dev.linekeeper.core.readiness.Report;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;

/** What an intent comes to in the tenant as it is now. */
sealed interface Draft {
    record Ready(Plan plan, Report<PersonCase> report) implements Draft {}

    record NothingToDo(Report<PersonCase> report) implements Draft {}

    record Blocked(Report<PersonCase> report) implements Draft {}

    record NotVerified(Report<PersonCase> report) implements Draft {}

    /** Only when taking back: somebody changed the person since. */
    record Moved(List<Explanation> differences) implements Draft {}

    /** Only when taking back: it is not known whether there is a way. */
    record Unclear(Explanation why) implements Draft {}

    record UnknownPerson() implements Draft {}

    record NoAnswer(String why) implements Draft {}
}
