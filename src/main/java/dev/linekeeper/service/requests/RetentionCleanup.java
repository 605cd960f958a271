package dev.linekeeper.service.requests;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;

/** Deletes what is no longer needed. */
public interface RetentionCleanup {
    /**
     * What was erased of a person, in numbers.
     *
     * @param records of the audit trail by or about them
     * @param requests that are finished, theirs or for them
     * @param settings that were seen of them, in versions
     * @param cards by which the bot could reach them, and messages that wait for them
     * @param mentions records about others that name their id and stay
     */
    record ErasedPerson(int records, int requests, int settings, int cards, int mentions) {}

    /** Deletes what is past its time and returns how many rows there were. */
    int deleteExpired(Instant now);

    /** The open requests of a person and for them, which go on as they are. */
    List<RequestId> openRequests(UserId person);

    /** Erases what is kept of one person, all or nothing; open requests stay. The audit trail keeps its chain, and the reason. */
    ErasedPerson erase(UserId person, String reason, Instant now);
}
