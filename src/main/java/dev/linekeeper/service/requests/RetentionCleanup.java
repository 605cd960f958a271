package dev.linekeeper.service.requests;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Deletes what is no longer needed. */
public interface RetentionCleanup {
    /**
     * What was erased of a person, in numbers.
     *
     * @param records of the audit trail by or about them
     * @param requests that are finished, theirs or for them, and lists of people that they gave or that name them
     * @param settings that were seen of them, in versions
     * @param cards by which the bot could reach them, and messages that wait for them
     * @param mentions records about others that name their id and stay
     */
    record ErasedPerson(int records, int requests, int settings, int cards, int mentions) {}

    /** Deletes what is past its time and returns how many rows there were. */
    int deleteExpired(Instant now);

    /** The open requests of a person and for them, which go on as they are. */
    List<RequestId> openRequests(UserId person);

    /** What the person has until a day that is to come; without it nobody could take it back then. */
    List<RequestId> endsToCome(UserId person, Instant now);

    /**
     * Erases what is kept of one person, all or nothing; open requests stay, and so does what somebody has until a day that is to
     * come, without whoever asked for it. The audit trail keeps its chain, and the reason.
     *
     * @param names as they may be written in lists of people that nobody has looked up yet
     */
    ErasedPerson erase(UserId person, Set<String> names, String reason, Instant now);

    /** The same of somebody of whom no name is known. */
    default ErasedPerson erase(UserId person, String reason, Instant now) {
        return erase(person, Set.of(), reason, now);
    }
}
