package dev.linekeeper.service.override;

import dev.linekeeper.core.override.EmergencyGap;
import dev.linekeeper.core.override.EmergencyOverride;
import dev.linekeeper.core.override.GapSought;
import dev.linekeeper.core.override.OverrideLimits;
import dev.linekeeper.core.override.OverrideState.OverrideAsked;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.override.OverrideMove.AskObstacle;
import dev.linekeeper.service.override.OverrideMove.NotTheirPerson;
import dev.linekeeper.service.override.OverrideMove.OverrideMoved;
import dev.linekeeper.service.override.OverrideMove.OverrideNotAsked;
import dev.linekeeper.service.override.OverrideMove.OverrideUnexplained;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.tenant.BackendFailure;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks approvers for an override of what keeps somebody from being enrolled. Nothing of the tenant is changed by it. */
public record OverrideSubmission(
        OverrideStore store,
        OverrideMoves moves,
        OverrideReading reading,
        RequestStore requests,
        Roles roles,
        ApprovalPolicy policy,
        OverrideLimits limits,
        ZoneId zone,
        Clock clock) {
    /**
     * What is asked for.
     *
     * @param until the last day on which it is to count
     */
    public record OverrideWish(UserId requester, UserId person, PolicyName policy, LocalDate until, String reason) {
        public OverrideWish {
            reason = ChangeRequest.shortened(reason);
        }
    }

    /**
     * Asks for an override.
     *
     * @throws dev.linekeeper.service.people.RolesNotRead when it is not known who may ask or approve
     */
    public OverrideMove ask(OverrideWish wish) {
        if (!roles.hasAnyOver(wish.requester(), Set.of(Role.ADMIN), wish.person())) {
            refused(wish, "outside the scope of " + Role.ADMIN);
            return new NotTheirPerson();
        }
        if (wish.requester().equals(wish.person())) {
            refused(wish, "for oneself");
            return OverrideNotAsked.because(AskObstacle.ONESELF);
        }
        return wish.reason().isEmpty()
                ? new OverrideUnexplained()
                : obstacle(wish).orElseGet(() -> sought(wish));
    }

    private Optional<OverrideMove> obstacle(OverrideWish wish) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (wish.until().isBefore(today)) {
            return Optional.of(OverrideNotAsked.because(AskObstacle.DAY_OVER, wish.until(), today));
        }
        LocalDate latest = limits.latest(today);
        if (wish.until().isAfter(latest)) {
            return Optional.of(
                    OverrideNotAsked.because(AskObstacle.DAY_TOO_FAR, wish.until(), limits.longest(), latest));
        }
        Optional<OverrideMove> other = store.openOf(wish.person())
                .map(open -> OverrideNotAsked.because(
                        AskObstacle.OVERRIDE_OPEN, open.override().id()));
        return other.or(() -> requests.open(wish.person())
                .map(Request::id)
                .map(open -> OverrideNotAsked.because(AskObstacle.REQUEST_OPEN, open)));
    }

    private OverrideMove sought(OverrideWish wish) {
        try {
            return reading.sought(wish.person(), wish.policy())
                    .map(found -> switch (found) {
                        case GapSought.GapFound(var gap) -> send(wish, gap);
                        case GapSought.NothingBlocks _ ->
                            OverrideNotAsked.because(AskObstacle.NOTHING_BLOCKS, wish.policy());
                        case GapSought.CannotPassOver(var rules) ->
                            OverrideNotAsked.because(AskObstacle.CANNOT_PASS_OVER, rules);
                        case GapSought.GapNotRead(var rules) -> OverrideNotAsked.because(AskObstacle.NOT_READ, rules);
                    })
                    .orElseGet(() -> OverrideNotAsked.because(AskObstacle.UNKNOWN_PERSON));
        } catch (BackendFailure unanswered) {
            return OverrideNotAsked.because(AskObstacle.NO_ANSWER, String.valueOf(unanswered.getMessage()));
        }
    }

    private OverrideMove send(OverrideWish wish, EmergencyGap gap) {
        Set<UserId> approvers = roles.holdersOver(Role.APPROVER, wish.person()).stream()
                .filter(holder -> !holder.equals(wish.requester()) && !holder.equals(wish.person()))
                .collect(Collectors.toUnmodifiableSet());
        if (approvers.size() < EmergencyOverride.APPROVALS) {
            return OverrideNotAsked.because(
                    AskObstacle.TOO_FEW_APPROVERS, EmergencyOverride.APPROVALS, approvers.size());
        }
        Instant now = clock.instant();
        var days = new Schedule(Optional.empty(), Optional.of(wish.until()), zone);
        return moves.transactions()
                .run(() -> store.add(id -> new EmergencyOverride(
                                id,
                                wish.person(),
                                wish.requester(),
                                gap,
                                wish.reason(),
                                days,
                                now,
                                now.plus(policy.expiry()),
                                approvers,
                                List.of(),
                                new OverrideAsked()))
                        .<OverrideMove>map(asked -> {
                            moves.record(
                                    asked.override(),
                                    Optional.of(wish.requester()),
                                    Action.ASKED,
                                    Map.of("reason", wish.reason()));
                            moves.jobs().announce(asked.override().id(), asked.version());
                            return new OverrideMoved(asked);
                        })
                        // Somebody was quicker; theirs may be over by now.
                        .orElseGet(() -> obstacle(wish).orElseGet(() -> send(wish, gap))));
    }

    private void refused(OverrideWish wish, String why) {
        moves.trail()
                .append(AuditEntry.refused(
                        clock.instant(),
                        Optional.of(wish.requester()),
                        Optional.empty(),
                        Map.of("tried", "override", "why", why)));
    }
}
