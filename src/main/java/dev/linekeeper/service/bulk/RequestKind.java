package dev.linekeeper.service.bulk;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.request.RequestDetails;
import java.util.List;

/** What a request does, whoever it is for: two of one kind differ in nothing an approver would look at but the person. */
record RequestKind(List<?> parts) {
    static RequestKind of(RequestDetails terms) {
        Plan plan = terms.plan();
        return new RequestKind(List.of(
                plan.purpose(),
                plan.policy(),
                plan.risk(),
                plan.steps().stream()
                        .map(step -> List.of(step.title(), step.before(), step.after()))
                        .toList(),
                terms.schedule(),
                terms.rehearsal()));
    }
}
