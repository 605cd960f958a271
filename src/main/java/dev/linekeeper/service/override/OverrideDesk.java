package dev.linekeeper.service.override;

import dev.linekeeper.core.override.EmergencyOverride;
import dev.linekeeper.core.override.OverrideState.OverrideAsked;
import dev.linekeeper.core.override.OverrideState.OverrideEnd;
import dev.linekeeper.core.override.OverrideState.OverrideInForce;
import dev.linekeeper.core.override.OverrideState.OverrideOver;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.ApprovalPolicy.DecisionRefusal;
import dev.linekeeper.core.request.ApprovalPolicy.Matter;
import dev.linekeeper.core.request.ApprovalPolicy.Ruling;
import dev.linekeeper.core.request.DecisionPermit;
import dev.linekeeper.core.request.DecisionProof;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.override.OverrideMove.DeciderBarred;
import dev.linekeeper.service.override.OverrideMove.NoSuchOverride;
import dev.linekeeper.service.override.OverrideMove.NotTheirPerson;
import dev.linekeeper.service.override.OverrideMove.OverrideMovedOn;
import dev.linekeeper.service.override.OverrideMove.OverrideUnexplained;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;

/** Decides and closes overrides. Who may is read from the directory each time; while it does not answer nothing is changed. */
public record OverrideDesk(OverrideStore store, OverrideMoves moves, Roles roles, ApprovalPolicy policy, Clock clock) {
    /** What counts now. */
    public OverridesInForce inForce() {
        return new OverridesInForce(store, clock);
    }

    /**
     * Agrees to one. With the second approval it is in force; an earlier one by somebody who is no approver any more falls away.
     *
     * @param shown the version that was looked at, where it is known: another is not agreed to unseen
     * @throws dev.linekeeper.service.people.RolesNotRead when it is not known who approvers are
     */
    public OverrideMove approve(UserId who, RequestId id, OptionalLong shown) {
        return decide(who, id, shown, (before, permit) -> {
            EmergencyOverride override = before.override();
            var approvals = new ArrayList<>(override.approvals().stream()
                    .filter(earlier -> roles.hasAnyOver(earlier.by(), Set.of(Role.APPROVER), override.person()))
                    .toList());
            approvals.add(new Approval(permit.by(), permit.at(), permit.proof()));
            EmergencyOverride after = override.approved(approvals, permit.at());
            int missing = after.state() instanceof OverrideInForce ? 0 : EmergencyOverride.APPROVALS - approvals.size();
            return moves.move(
                    before,
                    after,
                    Optional.of(who),
                    Action.APPROVED,
                    Map.of("proof", permit.proof(), "missing", Integer.toString(missing)));
        });
    }

    /** Refuses one, which then is over. */
    public OverrideMove deny(UserId who, RequestId id, OptionalLong shown, String reason) {
        return reason.isBlank()
                ? new OverrideUnexplained()
                : decide(
                        who,
                        id,
                        shown,
                        (before, permit) -> moves.end(before, over(OverrideEnd.DENIED, who, reason, permit.at())));
    }

    /** Ends one that is asked for or in force; the person's settings stay as they are. */
    public OverrideMove close(UserId who, RequestId id, String reason) {
        return store.find(id).map(before -> close(who, before, reason)).orElseGet(NoSuchOverride::new);
    }

    private OverrideMove close(UserId who, StoredOverride before, String reason) {
        if (reason.isBlank()) {
            return new OverrideUnexplained();
        }
        if (!roles.hasAnyOver(who, Set.of(Role.ADMIN), before.override().person())) {
            refused(who, before, "outside the scope of " + Role.ADMIN);
            return new NotTheirPerson();
        }
        return before.override().isOpen()
                ? moves.end(before, over(OverrideEnd.CLOSED, who, reason, clock.instant()))
                : new OverrideMovedOn(before);
    }

    private OverrideMove decide(
            UserId who,
            RequestId id,
            OptionalLong shown,
            BiFunction<StoredOverride, DecisionPermit, OverrideMove> then) {
        Optional<StoredOverride> found = store.find(id);
        if (found.isEmpty()) {
            return new NoSuchOverride();
        }
        StoredOverride before = found.get();
        EmergencyOverride override = before.override();
        if (!(override.state() instanceof OverrideAsked) || shown.orElse(before.version()) != before.version()) {
            return new OverrideMovedOn(before);
        }
        var matter =
                new Matter(id, override.requester(), override.decideBy(), override.approvers(), override.approvals());
        var by = roles.groupOver(who, Role.APPROVER, override.person());
        Ruling ruling = policy.rule(
                matter,
                who,
                who.equals(override.person()),
                by.isPresent(),
                DecisionProof.text(by, clock.instant()),
                clock.instant());
        return switch (ruling) {
            case Ruling.Granted(var permit) -> then.apply(before, permit);
            case Ruling.Barred(var why) -> barred(who, before, why);
        };
    }

    private OverrideMove barred(UserId who, StoredOverride before, DecisionRefusal why) {
        refused(who, before, why.getClass().getSimpleName());
        return new DeciderBarred(why, before);
    }

    private void refused(UserId who, StoredOverride before, String why) {
        moves.record(before.override(), Optional.of(who), Action.REFUSED, Map.of("why", why));
    }

    private static OverrideOver over(OverrideEnd how, UserId who, String why, Instant at) {
        return new OverrideOver(how, Optional.of(who), why, at);
    }
}
