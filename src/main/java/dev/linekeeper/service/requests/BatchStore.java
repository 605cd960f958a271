package dev.linekeeper.service.requests;

import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.RequestStore.Stored;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The store of batches, and of what concerns many requests at once. What changes more than one row is called within a transaction. */
public interface BatchStore {
    /** A batch as it is stored; {@code version} is 1 for a new one and grows by one with every replacement. */
    record StoredBatch(Batch batch, long version) implements ButtonTokens.Target {
        @Override
        public RequestId id() {
            return batch.id();
        }

        @Override
        public String state() {
            return "%d %s".formatted(version, batch.terms().plan().fingerprint());
        }
    }

    /** The stage of a batch by itself: the batch names everybody who was left out. */
    record StoredStage(BatchStage stage, long version) {}

    /** Takes the next numbers for requests and returns the first; until the end of the transaction nobody else takes one. */
    RequestId next(int count);

    /** Those of the people and policies that have an open request. */
    Set<Subject> open(Collection<? extends Subject> subjects);

    /** Stores a new batch and its members; false when one of these people got an open request just now: the transaction is to be given up. */
    boolean add(Batch batch, List<Request.Pending> members);

    Optional<StoredBatch> find(RequestId id);

    /** Where it stands, for what every member asks. */
    Optional<StoredStage> stage(RequestId id);

    /** Waits for whoever moves the batch, and keeps others from it until the caller's transaction ends. */
    void keepStill(RequestId id);

    /** Puts {@code after} in the place of {@code before}; empty when that is not what is stored any more. */
    Optional<StoredBatch> replace(StoredBatch before, Batch after);

    /** Members that are in the batch still, by number, from the first after {@code after} on. */
    default List<Stored> members(RequestId batch, RequestId after, int limit) {
        return members(batch, EnumSet.allOf(MemberState.class), after, limit);
    }

    /** Those of the {@link #members} in one of these states. */
    List<Stored> members(RequestId batch, Set<MemberState> states, RequestId after, int limit);

    /** Puts requests in the places of others, all of which must be what is stored, and opens none for who has another; else false, and the transaction is to be given up. */
    boolean replaceAll(List<Stored> before, List<Request> after);

    /** What the batch is for, those included whom a fresh look took out of it; policies in lower case. */
    List<Subject> subjects(RequestId batch);

    /** The people among the {@link #subjects}. */
    default List<UserId> people(RequestId batch) {
        return subjects(batch).stream()
                .flatMap(subject -> subject.person().stream())
                .toList();
    }

    /** How many of the {@link #subjects} are how far. */
    Map<MemberState, Integer> progress(RequestId batch);

    /** Whether any member that is in the batch still is in one of these states. */
    default boolean any(RequestId batch, Set<MemberState> states) {
        return oneOf(batch, states).isPresent();
    }

    /** The subject of some member that is in the batch still and in one of these states; empty when there is none. */
    Optional<Subject> oneOf(RequestId batch, Set<MemberState> states);

    /** Requests for {@link #subjects} in one of these states, by number, from the first after {@code after} on. */
    List<Request> in(RequestId batch, Set<MemberState> states, RequestId after, int limit);

    /** Batches that wait for a decision, oldest first. */
    List<Batch> awaitingDecision();

    /** Newest first; those somebody asked for, or all. */
    List<Batch> latest(Optional<UserId> requester, int limit);
}
