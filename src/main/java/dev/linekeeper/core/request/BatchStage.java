package dev.linekeeper.core.request;

import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;

/** Where a {@link Batch} stands. Where each of its members stands, they say themselves. */
public sealed interface BatchStage {
    /** Nobody or too few have approved; its members cannot be decided by themselves. */
    record BatchAwaiting() implements BatchStage {}

    /** Approved by enough approvers; its members are applied, each for itself. */
    record BatchUnderWay(Instant since) implements BatchStage {}

    record BatchDenied(UserId by, String reason, Instant at) implements BatchStage {
        public BatchDenied {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("A denial needs a reason");
            }
        }
    }

    record BatchCancelled(UserId by, Instant at) implements BatchStage {}

    /** Not decided in time. */
    record BatchExpired(Instant at) implements BatchStage {}

    /** Nothing of it is being applied any more; not everybody need be done. */
    record BatchEnded(Instant since, Instant at) implements BatchStage {}
}
