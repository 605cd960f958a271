package dev.linekeeper.core.request;

import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a batch: who asked for what, for how many and until when. Its members' terms say the same, each for one
 * person.
 *
 * @param id from the same numbers as those of requests, so that a number is one or the other
 * @param approvers who could decide over every member when it was asked
 * @param quorum how many approvals it takes; that of its gravest member holds for all
 * @param leftOut who was named and is no member
 * @param undoes the batch this one takes back
 * @param schedule from when and until when all of it is wanted; empty for at once and for good
 */
public record BatchTerms(
        RequestId id,
        UserId requester,
        BatchPlan plan,
        String reason,
        Instant askedAt,
        Instant expires,
        Set<UserId> approvers,
        int quorum,
        boolean rehearsal,
        List<LeftOut> leftOut,
        Optional<RequestId> undoes,
        Optional<Schedule> schedule) {
    public BatchTerms {
        approvers = Set.copyOf(approvers);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether nobody may begin yet, because it is wanted from a day to come. */
    public boolean startsLater(Instant now) {
        return schedule.filter(days -> days.waits(now)).isPresent();
    }

    /** The later of a moment and its start. */
    public Instant notBeforeStart(Instant moment) {
        return schedule.flatMap(Schedule::startsAt).filter(moment::isBefore).orElse(moment);
    }

    /** The terms of a batch of members like {@code like}, with its number, its plan and who was left out. */
    public static BatchTerms of(
            RequestId id, BatchPlan plan, RequestDetails like, List<LeftOut> leftOut, Optional<RequestId> undoes) {
        return new BatchTerms(
                id,
                like.requester(),
                plan,
                like.reason(),
                like.askedAt(),
                like.expires(),
                like.approvers(),
                like.quorum(),
                like.rehearsal(),
                leftOut,
                undoes,
                like.schedule());
    }

    /** The terms of what takes back a batch, this one or what it prolonged, on the strength of the same approval; at least one member. */
    public BatchTerms takenBack(RequestId undone, List<Request.Pending> members) {
        RequestDetails like = members.getFirst().terms();
        var plans = members.stream().map(member -> member.terms().plan()).toList();
        BatchPlan together = BatchPlan.of(plans)
                .of(members.stream().map(member -> member.terms().fingerprint()));
        return new BatchTerms(
                like.batch().orElseThrow(),
                like.requester(),
                together,
                like.reason(),
                like.askedAt(),
                like.expires(),
                approvers,
                like.quorum(),
                false,
                List.of(),
                Optional.of(undone),
                like.schedule());
    }

    BatchTerms withoutRequester() {
        return new BatchTerms(
                id,
                UserId.LINEKEEPER,
                plan,
                "",
                askedAt,
                expires,
                approvers,
                quorum,
                rehearsal,
                leftOut,
                undoes,
                schedule);
    }

    BatchTerms without(UserId person) {
        var others =
                leftOut.stream().filter(left -> !left.subject().equals(person)).toList();
        return new BatchTerms(
                id, requester, plan, reason, askedAt, expires, approvers, quorum, rehearsal, others, undoes, schedule);
    }
}
