package dev.linekeeper.service.audit;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The audit trail: everything that was done, refused or looked at, in order. Records are added and never changed; each carries a hash
 * over itself and the one before, so that a changed, removed or inserted record shows. What is personal in a record may be
 * erased; a record of its own says so, and why.
 */
public interface AuditTrail {
    /** Adds an entry, within the caller's transaction when there is one. */
    AuditRecord append(AuditEntry entry);

    /** Adds entries one after the other, within the caller's transaction when there is one. */
    void appendAll(List<AuditEntry> entries);

    /** The records of a request, oldest first. */
    List<AuditRecord> of(RequestId request);

    /** The records about a person or by that person, newest first. */
    List<AuditRecord> of(UserId person, int limit);

    /** The records somebody wants, oldest first, one after the other, without holding all of them in memory. */
    void forEach(AuditSelection wanted, Consumer<AuditRecord> each);

    /**
     * Erases what is personal in records older than that: their payload, who acted and whom it concerned. When, what and
     * of which request stay, and the chain stays whole.
     *
     * @return how many records were erased; there may be more to do, unless it is 0
     */
    int erase(Instant before, String reason, Instant now);

    /** The same for the records by or about that person, whenever they are of. */
    int erase(UserId person, String reason, Instant now);

    /** The place of the record with this hash, if there is one. */
    Optional<AuditAnchor> place(String hash);

    /** Checks the whole chain, and that it has the points noted elsewhere; reads every record. */
    Verification verify(Collection<AuditAnchor> noted);

    /** Checks the newest record, and that the point noted elsewhere is there; reads no more than that. */
    Verification verifyHead(Optional<AuditAnchor> noted);

    sealed interface Verification {
        /** Every record fits; {@code head} is the hash of the newest one, {@link AuditChain#START} when there is none. */
        record ChainWhole(long records, String head) implements Verification {
            public AuditAnchor anchor() {
                return new AuditAnchor(records, head);
            }
        }

        /** {@code record} is the number of the first record that does not fit. */
        record ChainBroken(long record, String why) implements Verification {}
    }
}
