package dev.linekeeper.chat.notifications;

import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.BatchStage.Hold;
import dev.linekeeper.core.request.InProgress;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.UserId;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Those who hear of a move of a request by a message that notifies them; of all else their cards tell. */
final class OutcomeReaders {
    private static final Set<StopReason> APPROVAL_VOID =
            EnumSet.of(StopReason.APPROVAL_OVER, StopReason.APPROVER_LEFT, StopReason.PLAN_CHANGED, StopReason.BLOCKED);

    private OutcomeReaders() {}

    /** The requester, the person it is for where their settings changed, and the approvers whose approval is void. */
    static Set<UserId> of(Request before, Request after) {
        var readers = new LinkedHashSet<UserId>();
        if (isOutcome(before, after)) {
            readers.add(after.terms().requester());
        }
        if (changedSettings(before, after) && !after.terms().rehearsal()) {
            after.terms().subject().person().ifPresent(readers::add);
        }
        voided(before, after).stream().map(Approval::by).forEach(readers::add);
        if (after instanceof Request.NeedsFreshLook look && isOutcome(before, after)) {
            look.terms().approvers().stream()
                    .filter(approver -> !look.terms().concerns(approver))
                    .forEach(readers::add);
        }
        return readers;
    }

    /** The same of a batch as a move left it: the requester, unless they made the move, and those who approved where their
     * approval is void or Linekeeper waits for somebody by itself; that it goes on the cards say. */
    static Set<UserId> of(Batch after) {
        var readers = new LinkedHashSet<UserId>();
        boolean isOver = switch (after.stage()) {
            case BatchStage.BatchAwaiting _, BatchStage.BatchUnderWay _, BatchStage.BatchEnded _ -> false;
            case BatchStage.BatchDenied _, BatchStage.BatchCancelled _, BatchStage.BatchExpired _ -> true;
        };
        Optional<UserId> by = after.hold().flatMap(Hold::by);
        boolean isHeldByItself = after.hold().isPresent() && by.isEmpty();
        boolean goesOn = after.stage() instanceof BatchStage.BatchUnderWay it
                && it.hold().isEmpty()
                && it.ended() > 0;
        if (!(after.awaits() || goesOn || after.stage() instanceof BatchStage.BatchCancelled)
                && !by.equals(Optional.of(after.terms().requester()))) {
            readers.add(after.terms().requester());
        }
        if (isOver || isHeldByItself) {
            after.approvals().stream().map(Approval::by).forEach(readers::add);
        }
        return readers;
    }

    /** Approvals that counted before and do not any more. */
    static List<Approval> voided(Request before, Request after) {
        return switch (after) {
            case Request.NeedsFreshLook it when !(before instanceof Request.NeedsFreshLook) -> before.approvals();
            case Request.PartlyApplied it when APPROVAL_VOID.contains(it.stop().why()) -> before.approvals();
            case Request.Rejected _, Request.Expired _, Request.Cancelled _, Request.Overtaken _ -> before.approvals();
            case AwaitingDecision _, InProgress _, Request.Finished _ -> List.of();
        };
    }

    private static boolean isOutcome(Request before, Request after) {
        return switch (after) {
            case Request.Pending _, Request.Applying _, Request.Cancelled _ -> false;
            case Request.NeedsFreshLook _ -> !(before instanceof Request.NeedsFreshLook);
            case Request.Approved _ -> before instanceof AwaitingDecision;
            case Request.PartlyApplied it -> it.stop().why() != StopReason.BY_HAND;
            case Request.Completed _, Request.Rejected _, Request.Expired _, Request.Overtaken _, Request.Undone _ ->
                true;
        };
    }

    static boolean changedSettings(Request before, Request after) {
        return after instanceof Request.Completed
                || (after instanceof Request.PartlyApplied
                        && isOutcome(before, after)
                        && !after.done().isEmpty());
    }
}
