package dev.linekeeper.core.request;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a request: who asked for what, for whom and until when. It stays the same while people decide; only
 * a fresh look puts a new plan and a new expiry in.
 *
 * @param requester who asked
 * @param plan what will be done, and to whom
 * @param releaseNumber whether the requester agreed that the person's own number is given up
 * @param reason why, in the requester's words; empty when they gave none
 * @param expires until when it can be decided; from this moment on nobody can
 * @param approvers who could decide when it was asked, for the record and for telling them; roles are read again later
 * @param quorum how many approvals it takes
 * @param rehearsal a dry run: everything happens but the writes
 * @param undoes the request this one takes back
 * @param batch the batch it is decided with; empty for a request by itself, and once a fresh look took it out of one
 * @param schedule from when and until when it is wanted; empty for at once and for good
 */
public record RequestDetails(
        RequestId id,
        UserId requester,
        Plan plan,
        boolean releaseNumber,
        String reason,
        Instant askedAt,
        Instant expires,
        Set<UserId> approvers,
        int quorum,
        boolean rehearsal,
        Optional<RequestId> undoes,
        Optional<RequestId> batch,
        Optional<Schedule> schedule) {

    public RequestDetails {
        approvers = Set.copyOf(approvers);
        if (quorum < 1) {
            throw new IllegalArgumentException("A request takes at least one approval");
        }
    }

    /** The person whose settings are to be changed, or the policy that is. */
    public Subject subject() {
        return plan.subject();
    }

    /**
     * The person whose settings are to be changed.
     *
     * @throws IllegalStateException when it is about a policy
     */
    public UserId person() {
        return plan.person();
    }

    /** What is approved, as SHA-256 in hex: the plan, and the days where there are any. */
    public String fingerprint() {
        return fingerprint(plan);
    }

    /** The same with another plan. */
    public String fingerprint(Plan other) {
        return schedule.map(days -> Sha256.hex("scheduled/1\n%s\n%s".formatted(other.fingerprint(), days)))
                .orElse(other.fingerprint());
    }

    /** Whether it is not to be applied yet, approved or not. */
    public boolean startsLater(Instant now) {
        return schedule.filter(days -> days.waits(now)).isPresent();
    }

    /** Whether it is to be taken back in the end. */
    public boolean isTemporary() {
        return schedule.flatMap(Schedule::end).isPresent();
    }

    /** Whether its last day is over. */
    public boolean hasEnded(Instant now) {
        return schedule.filter(days -> days.isOver(now)).isPresent();
    }

    /** The later of a moment and its start. */
    public Instant notBeforeStart(Instant moment) {
        return schedule.flatMap(Schedule::startsAt).filter(moment::isBefore).orElse(moment);
    }

    /** Whether the request is somebody's own or about them, which bars them from deciding it. */
    public boolean concerns(UserId somebody) {
        return somebody.equals(requester) || somebody.equals(subject());
    }

    /** The same request with other people who could decide it. */
    public RequestDetails withApprovers(Set<UserId> people) {
        return with(plan, expires, people, batch);
    }

    /** The same without a trace of whoever asked, as if Linekeeper itself had, for nobody's reason. */
    public RequestDetails withoutRequester() {
        return new RequestDetails(
                id,
                UserId.LINEKEEPER,
                plan,
                releaseNumber,
                "",
                askedAt,
                expires,
                approvers,
                quorum,
                rehearsal,
                undoes,
                batch,
                schedule);
    }

    /** With a fresh plan it is looked at alone, whatever it was asked with. */
    RequestDetails with(Plan fresh, Instant newExpiry) {
        return with(fresh, newExpiry, approvers, Optional.empty());
    }

    private RequestDetails with(Plan newPlan, Instant newExpiry, Set<UserId> people, Optional<RequestId> togetherWith) {
        return new RequestDetails(
                id,
                requester,
                newPlan,
                releaseNumber,
                reason,
                askedAt,
                newExpiry,
                people,
                quorum,
                rehearsal,
                undoes,
                togetherWith,
                schedule);
    }
}
