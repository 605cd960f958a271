package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a request is about. Nothing of it changes while people decide; only a fresh look puts a new plan and a new
 * expiry in.
 *
 * @param requester who asked
 * @param onBehalfOf for whom they asked, when that is neither they nor the person the plan is for
 * @param plan what will be done, and to whom
 * @param releaseNumber whether the requester agreed that the person's own number is given up
 * @param reason why, in the requester's words; empty when they gave none
 * @param expires until when it can be decided; from this moment on nobody can
 * @param approvers who could decide when it was asked, for the record and for telling them; roles are read again later
 * @param quorum how many approvals it takes
 * @param rehearsal a dry run: everything happens but the writes
 * @param undoes the request this one takes back
 */
public record Terms(
        RequestId id,
        UserId requester,
        Optional<UserId> onBehalfOf,
        Plan plan,
        boolean releaseNumber,
        String reason,
        Instant askedAt,
        Instant expires,
        Set<UserId> approvers,
        int quorum,
        boolean rehearsal,
        Optional<RequestId> undoes) {

    public Terms {
        approvers = Set.copyOf(approvers);
        if (quorum < 1) {
            throw new IllegalArgumentException("A request takes at least one approval");
        }
    }

    /** The person something is to be changed for. */
    public UserId person() {
        return plan.person();
    }

    /** Whether this somebody has a stake in the request, which bars them from deciding it (T3). */
    public boolean concerns(UserId somebody) {
        return somebody.equals(requester)
                || somebody.equals(person())
                || onBehalfOf.filter(somebody::equals).isPresent();
    }

    /** The same, with who could decide it. */
    public Terms withApprovers(Set<UserId> people) {
        return new Terms(
                id,
                requester,
                onBehalfOf,
                plan,
                releaseNumber,
                reason,
                askedAt,
                expires,
                people,
                quorum,
                rehearsal,
                undoes);
    }

    Terms with(Plan fresh, Instant newExpiry) {
        return new Terms(
                id,
                requester,
                onBehalfOf,
                fresh,
                releaseNumber,
                reason,
                askedAt,
                newExpiry,
                approvers,
                quorum,
                rehearsal,
                undoes);
    }
}
