package dev.linekeeper.service.requests;

import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The store of requests. A request is never overwritten blindly: a caller who replaces one says which version they have
 * seen, and of two concurrent callers the first wins.
 */
public interface RequestStore {
    /** A request as it is stored; {@code version} is 1 for a new one and grows by one with every replacement. */
    record Stored(Request request, long version) implements ButtonTokens.Target {
        @Override
        public RequestId id() {
            return request.id();
        }

        @Override
        public String state() {
            return Long.toString(version);
        }
    }

    /** Stores a new request under the next number, unless its person or policy has an open one already. */
    Added add(Function<RequestId, Request.Pending> request);

    sealed interface Added {
        record New(Stored stored) implements Added {}

        /** There is an open request for the same person or policy; one at a time. */
        record RivalOpen(Request open) implements Added {}
    }

    Optional<Stored> find(RequestId id);

    /** The first member of the batch that a member is in, which has the next number after its batch; empty for that one itself. */
    default Optional<RequestDetails> firstOfBatch(RequestDetails member) {
        return member.batch()
                .flatMap(batch -> find(new RequestId(batch.number() + 1)))
                .map(first -> first.request().terms())
                .filter(first ->
                        first.batch().equals(member.batch()) && !first.id().equals(member.id()));
    }

    /** The request as an earlier version had it; kept for some days, but for what one step after the other left. */
    Optional<Request> find(RequestId id, long version);

    /** Puts {@code after} in the place of {@code before} if that is still what is stored. */
    Replaced replace(Stored before, Request after);

    sealed interface Replaced {
        record Done(Stored stored) implements Replaced {}

        /** The request was replaced meanwhile; {@code now} is the request as it is stored. */
        record Superseded(Request now) implements Replaced {}

        /** The request would be opened again, but meanwhile there is another for the same person or policy. */
        record OtherOpen(Request open) implements Replaced {}
    }

    /** The open request for the person or the policy. */
    Optional<Request> open(Subject subject);

    /** Open requests that may assign a number to somebody, or have a policy keep one for callbacks; members of batches included. */
    List<Request> assigningNumbers();

    /** Requests that wait for a decision of their own, oldest first; members of a {@link BatchStore batch} do not. */
    List<AwaitingDecision> awaitingDecision();

    /** What somebody asked for by itself, newest first. */
    List<Request> askedBy(UserId requester, int limit);

    /** Approved requests that have a start, the next one first, without members of batches. */
    List<Request> starting();

    /** What was done and is to be taken back on a day, the next one first; nothing that was only tried. */
    List<Request.Completed> temporary();

    /** The same of one person, in the order in which it was asked for: the last one says until when they have it. */
    List<Request.Completed> temporaryOf(UserId person);

    /** Newest first, without members of batches. */
    List<Request> latest(int limit);
}
