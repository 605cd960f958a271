package dev.linekeeper.service.bulk;

import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.InProgress;
import dev.linekeeper.core.request.Request;

/** How a member of a batch ended. */
final class MemberEnd {
    private MemberEnd() {}

    /** Whether the member did not end as it was approved; one whose settings are there and who still cannot call did not. */
    static boolean isBad(Request member) {
        return switch (member) {
            case Request.PartlyApplied _, Request.Overtaken _, AwaitingDecision _ -> true;
            case Request.Completed it ->
                !it.terms().rehearsal() && enrols(it) && !isReady(it.proof().overall());
            case InProgress _, Request.Finished _ -> false;
        };
    }

    private static boolean enrols(Request.Completed member) {
        Purpose purpose = member.terms().plan().purpose();
        return purpose == Purpose.ENROL || purpose == Purpose.MOVE || purpose == Purpose.NUMBER;
    }

    private static boolean isReady(Overall overall) {
        return overall == Overall.READY || overall == Overall.READY_WITH_WARNINGS;
    }
}
