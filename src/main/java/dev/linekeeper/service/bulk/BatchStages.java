package dev.linekeeper.service.bulk;

import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.BatchAudit;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.BatchStore.StoredBatch;
import dev.linekeeper.service.requests.JobQueue;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Stores how a batch goes on once it is approved, with the record of it and the jobs it brings, in one transaction. */
public record BatchStages(BatchStore store, AuditTrail trail, JobQueue jobs, Transactions transactions, Clock clock) {
    /**
     * Stores a batch that is under way in another stage, and brings its members' jobs forward where they may begin.
     *
     * @param details for the audit trail
     * @return empty when it was moved meanwhile; nothing is changed then
     */
    Optional<StoredBatch> course(
            StoredBatch before, BatchStage next, Action action, Optional<UserId> actor, Map<String, String> details) {
        return transactions.run(() -> store.replace(before, before.batch().with(next))
                .map(now -> {
                    trail.append(new BatchAudit(now.batch(), clock.instant()).moved(action, actor, details));
                    jobs.announce(now.id(), now.version());
                    if (now.batch().hold().isEmpty()) {
                        jobs.bringForward(now.id());
                    }
                    return now;
                }));
    }

    /** Records that somebody was not allowed what they tried. */
    void refused(Batch batch, UserId who, String tried, String why) {
        trail.append(new BatchAudit(batch, clock.instant()).refused(who, tried, why));
    }
}
