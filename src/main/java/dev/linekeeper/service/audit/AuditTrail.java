package dev.linekeeper.service.audit;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.function.Consumer;

/**
 * The audit trail: everything that was done, refused or looked at, in order. Records are added and never changed; each carries a hash
 * over itself and the one before, so that a changed, removed or inserted record shows.
 */
public interface AuditTrail {
    /** Adds an entry, within the caller's transaction when there is one. */
    AuditRecord append(AuditEntry entry);

    /** The records of a request, oldest first. */
    List<AuditRecord> of(RequestId request);

    /** The records about a person or by that person, newest first. */
    List<AuditRecord> of(UserId person, int limit);

    /** Every record from the first on, one after the other, without holding all of them in memory. */
    void forEach(Consumer<AuditRecord> each);

    /** Checks the whole chain; reads every record. */
    Verification verify();

    sealed interface Verification {
        /** Every record fits; {@code head} is the hash of the newest one, {@link AuditChain#START} when there is none. */
        record ChainWhole(long records, String head) implements Verification {}

        /** {@code record} is the number of the first record that does not fit. */
        record ChainBroken(long record, String why) implements Verification {}
    }
}
