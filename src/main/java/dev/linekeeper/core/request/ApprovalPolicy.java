package dev.linekeeper.core.request;

import dev.linekeeper.core.enrolment.Risk;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.tenant.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The rules for deciding requests: who may decide one, until when, and how many approvals it takes.
 *
 * @param expiry how long a request waits for a decision, and how long an approval holds while nothing is applied
 * @param quorum how many approvers must agree
 * @param highRiskQuorum how many must agree when the risk is high; never fewer than {@code quorum}
 * @param reminders when approvers are reminded, counted from the request
 * @param undoFor how long after completion a request can be taken back
 * @param secondLookAfter how long after it was asked a request is judged again when an approver opens it; one of high
 *     risk always is
 */
public record ApprovalPolicy(
        Duration expiry,
        int quorum,
        int highRiskQuorum,
        List<Duration> reminders,
        Duration undoFor,
        Duration secondLookAfter) {

    public ApprovalPolicy {
        reminders = reminders.stream().sorted().toList();
        if (quorum < 1 || !expiry.isPositive()) {
            throw new IllegalArgumentException("A request takes at least one approval and some time");
        }
    }

    /** The ruling on whether a person may decide a request. */
    public sealed interface Ruling {
        record Granted(DecisionPermit permit) implements Ruling {}

        record Barred(DecisionRefusal why) implements Ruling {}
    }

    /** Why a person may not decide a request. */
    public sealed interface DecisionRefusal {
        /** The person asked for it, so someone else must decide. */
        record OwnRequest() implements DecisionRefusal {}

        /** The request is for this person. */
        record Beneficiary() implements DecisionRefusal {}

        /** The person is no approver, as read just now; {@code wasOne} when they were one at the time of the request. */
        record NotAnApprover(boolean wasOne) implements DecisionRefusal {}

        /** The person is an approver, but not for the part of the organisation it is about. */
        record OutsideScope() implements DecisionRefusal {}

        /** The person has approved already; another approver is needed. */
        record AlreadyApproved(Instant at) implements DecisionRefusal {}

        record PastExpiry(Instant since) implements DecisionRefusal {}

        /** The request is decided with its batch, not alone. */
        record DecidedWithBatch(RequestId batch) implements DecisionRefusal {}
    }

    public int quorum(Risk risk) {
        return quorum(risk.level());
    }

    public int quorum(RiskLevel risk) {
        return risk == RiskLevel.HIGH ? Math.max(quorum, highRiskQuorum) : quorum;
    }

    /**
     * Rules on one decision by one person.
     *
     * @param approver whether the person is an approver for the beneficiary, read just now
     * @param proof how that was established, for the record
     */
    public Ruling rule(AwaitingDecision request, UserId who, boolean approver, String proof, Instant now) {
        RequestDetails terms = request.terms();
        var matter = new Matter(terms.id(), terms.requester(), terms.expires(), terms.approvers(), request.approvals());
        return rule(matter, who, who.equals(terms.subject()), approver, proof, now);
    }

    /**
     * The same on one decision over every member of a batch.
     *
     * @param member whether the person is one of those it is for
     * @param approver whether the person is an approver for every member, read just now
     */
    public Ruling rule(Batch batch, UserId who, boolean member, boolean approver, String proof, Instant now) {
        BatchTerms terms = batch.terms();
        var matter = new Matter(terms.id(), terms.requester(), terms.expires(), terms.approvers(), batch.approvals());
        return rule(matter, who, member, approver, proof, now);
    }

    /** What is decided on: a request, a batch, or an override. */
    public record Matter(
            RequestId id, UserId requester, Instant expires, Set<UserId> approvers, List<Approval> approvals) {}

    /** The same on a decision over whatever it is. */
    public Ruling rule(Matter matter, UserId who, boolean beneficiary, boolean approver, String proof, Instant now) {
        if (!now.isBefore(matter.expires())) {
            return new Ruling.Barred(new DecisionRefusal.PastExpiry(matter.expires()));
        }
        if (who.equals(matter.requester())) {
            return new Ruling.Barred(new DecisionRefusal.OwnRequest());
        }
        if (beneficiary) {
            return new Ruling.Barred(new DecisionRefusal.Beneficiary());
        }
        if (!approver) {
            return new Ruling.Barred(
                    new DecisionRefusal.NotAnApprover(matter.approvers().contains(who)));
        }
        return matter.approvals().stream()
                .filter(approval -> approval.by().equals(who))
                .findFirst()
                .<Ruling>map(approval -> new Ruling.Barred(new DecisionRefusal.AlreadyApproved(approval.at())))
                .orElseGet(() -> new Ruling.Granted(new DecisionPermit(matter.id(), who, now, proof)));
    }

    /** Whether the last approval is too old for anything to be done on its strength; until the start it does not age. */
    public boolean isApprovalOver(Request request, Instant now) {
        Instant since =
                request.terms().notBeforeStart(request.approvals().getLast().at());
        return !now.isBefore(since.plus(expiry));
    }

    /** Whether the time to decide is over, whether or not the request was closed. */
    public boolean isOver(RequestDetails terms, Instant now) {
        return !now.isBefore(terms.expires());
    }

    /** The same of a batch. */
    public boolean isOver(BatchTerms terms, Instant now) {
        return !now.isBefore(terms.expires());
    }
}
