package dev.linekeeper.service.audit;

import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Moves of a batch as the audit trail keeps them: those of its members have records of their own. */
public record BatchAudit(Batch batch, Instant at) {
    public AuditEntry asked() {
        var terms = batch.terms();
        var asker = Optional.of(terms.requester()).filter(who -> !who.equals(UserId.LINEKEEPER));
        var kept = Map.of("reason", terms.reason(), "expires", "" + terms.expires(), "quorum", "" + terms.quorum());
        return moved(Action.ASKED, asker, kept);
    }

    /** The decision that led to the batch as it is. */
    public AuditEntry decided(Optional<UserId> actor) {
        return switch (batch.stage()) {
            case BatchStage.BatchAwaiting _, BatchStage.BatchUnderWay _ -> {
                var missing = Integer.toString(
                        batch.terms().quorum() - batch.approvals().size());
                var last = batch.approvals().getLast();
                yield moved(Action.APPROVED, actor, Map.of("proof", last.proof(), "missing", missing));
            }
            case BatchStage.BatchDenied(_, var reason, _) ->
                moved(Action.DENIED, actor, Map.of("reason", reason));
            case BatchStage.BatchCancelled _ -> moved(Action.CANCELLED, actor, Map.of());
            case BatchStage.BatchExpired _ -> moved(Action.EXPIRED, actor, Map.of());
            case BatchStage.BatchEnded _ -> moved(Action.COMPLETED, actor, Map.of());
        };
    }

    public AuditEntry refused(UserId who, String tried, String why) {
        var details = Map.of("tried", tried, "why", why);
        return new AuditEntry(at, Optional.of(who), Action.REFUSED, Optional.of(batch.id()), Optional.empty(), details);
    }

    /** A move with what there is to say of it besides what the batch is for. */
    public AuditEntry moved(Action action, Optional<UserId> actor, Map<String, String> more) {
        var plan = batch.terms().plan();
        var details = new TreeMap<>(more);
        details.put("purpose", plan.purpose().name());
        details.put("people", Integer.toString(plan.people()));
        details.put("fingerprint", plan.fingerprint());
        details.put("risk", plan.risk().name());
        batch.terms().schedule().ifPresent(days -> details.put("schedule", days.toString()));
        plan.policy().ifPresent(policy -> details.put("policy", policy.value()));
        return new AuditEntry(at, actor, action, Optional.of(batch.id()), Optional.empty(), details);
    }
}
