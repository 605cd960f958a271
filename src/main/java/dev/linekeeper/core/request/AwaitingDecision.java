package dev.linekeeper.core.request;

import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A request that waits for an approver's decision. */
public sealed interface AwaitingDecision extends Request permits Request.Pending, Request.NeedsFreshLook {
    /** The approvals so far; fewer than the quorum. */
    @Override
    List<Approval> approvals();

    /** Adds an approval; the request is approved when that makes the quorum. */
    default Request approve(DecisionPermit permit) {
        permit.checkFor(terms());
        var approval = new Approval(permit.by(), permit.at(), permit.proof());
        List<Approval> all =
                Stream.concat(approvals().stream(), Stream.of(approval)).toList();
        return all.size() < terms().quorum() ? with(all) : Request.Approved.of(terms(), all, permit.at());
    }

    /** Approved by those who approved, with its end, what this takes back now that the end has come. */
    default Request.Approved approveWith(Request.Completed named, Instant now) {
        if (!named.terms().hasEnded(now) || !named.terms().subject().equals(terms().subject())) {
            throw new IllegalArgumentException("%s does not end with %s".formatted(named.id(), terms().id()));
        }
        return Request.Approved.of(terms(), named.approvals(), now);
    }

    /** Denies the request. The reason is shown to the requester, so there must be one. */
    default Request.Rejected deny(DecisionPermit permit, String reason) {
        permit.checkFor(terms());
        return new Request.Rejected(terms(), permit.by(), permit.proof(), reason, permit.at());
    }

    default Request.Cancelled cancel(UserId by, Instant at) {
        return new Request.Cancelled(terms(), by, at);
    }

    default Request.Expired expire(Instant at) {
        return new Request.Expired(terms(), approvals(), at);
    }

    default int approvalsMissing() {
        return terms().quorum() - approvals().size();
    }

    AwaitingDecision with(List<Approval> approvals);
}
