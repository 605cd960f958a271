package dev.linekeeper.adapter.store.override;

import dev.linekeeper.core.override.EmergencyGap;
import dev.linekeeper.core.override.EmergencyOverride;
import dev.linekeeper.core.override.OverrideState;
import dev.linekeeper.core.override.OverrideState.OverrideAsked;
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

/** What a row keeps of an override besides its number and person; neither in force nor over, it is asked for. */
record OverrideBody(
        UserId requester,
        EmergencyGap gap,
        String reason,
        Schedule days,
        Instant askedAt,
        Instant decideBy,
        Set<UserId> approvers,
        List<Approval> approvals,
        Optional<OverrideInForce> inForce,
        Optional<OverrideOver> over) {
    static OverrideBody of(EmergencyOverride it) {
        return new OverrideBody(
                it.requester(),
                it.gap(),
                it.reason(),
                it.days(),
                it.askedAt(),
                it.decideBy(),
                it.approvers(),
                it.approvals(),
                it.state() instanceof OverrideInForce now ? Optional.of(now) : Optional.empty(),
                it.state() instanceof OverrideOver now ? Optional.of(now) : Optional.empty());
    }

    EmergencyOverride override(RequestId id, UserId person) {
        OverrideState state =
                over.<OverrideState>map(it -> it).or(() -> inForce).orElseGet(OverrideAsked::new);
        return new EmergencyOverride(
                id, person, requester, gap, reason, days, askedAt, decideBy, approvers, approvals, state);
    }
}
