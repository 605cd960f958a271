package dev.linekeeper.core.override;

import dev.linekeeper.core.override.OverrideState.OverrideInForce;
import dev.linekeeper.core.override.OverrideState.OverrideOver;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That somebody may be enrolled although emergency rules fail: which, why, until when, and who answers for it.
 *
 * @param id from the numbers of requests
 * @param person the only one for whom it counts
 * @param days with the last day on which it counts
 * @param decideBy until when approvers may decide
 * @param approvers who was asked to; who decides is looked up again
 * @param approvals those that count; {@link #APPROVALS} put it in force
 */
public record EmergencyOverride(
        RequestId id,
        UserId person,
        UserId requester,
        EmergencyGap gap,
        String reason,
        Schedule days,
        Instant askedAt,
        Instant decideBy,
        Set<UserId> approvers,
        List<Approval> approvals,
        OverrideState state) {
    /** So many approvers, neither requester nor person, have to agree, whatever a request takes. */
    public static final int APPROVALS = 2;

    public EmergencyOverride {
        approvers = Set.copyOf(approvers);
        approvals = List.copyOf(approvals);
        if (days.end().isEmpty()) {
            throw new IllegalArgumentException("An override without an end");
        }
    }

    /** Whether there is something left to decide or to close. */
    public boolean isOpen() {
        return !(state instanceof OverrideOver);
    }

    /** Whether it counts: it is in force and its last day is not over. */
    public boolean counts(Instant now) {
        return state instanceof OverrideInForce && !days.isOver(now);
    }

    /** The same with these approvals: in force where they are enough. */
    public EmergencyOverride approved(List<Approval> all, Instant now) {
        return new EmergencyOverride(
                id,
                person,
                requester,
                gap,
                reason,
                days,
                askedAt,
                decideBy,
                approvers,
                all,
                all.size() < APPROVALS ? state : new OverrideInForce(now, Optional.empty()));
    }

    public EmergencyOverride with(OverrideState next) {
        return new EmergencyOverride(
                id, person, requester, gap, reason, days, askedAt, decideBy, approvers, approvals, next);
    }
}
