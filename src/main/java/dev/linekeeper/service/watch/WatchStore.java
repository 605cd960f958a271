package dev.linekeeper.service.watch;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchCause;
import dev.linekeeper.core.watch.WatchFinding;
import dev.linekeeper.core.watch.WatchedPerson;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of people under Shared Calling, what came about, and where the directory goes on telling. */
public interface WatchStore {
    /** What the next question about changes begins with. */
    Optional<String> link();

    void keepLink(String link);

    /** Everybody who is watched. */
    Set<UserId> everybody();

    Optional<WatchedPerson> find(UserId person);

    /**
     * Stores what is known of somebody now.
     *
     * @param before as it was found in the store; empty where there was nobody
     * @return false where that is not there any more, and nothing was stored
     */
    boolean put(Optional<WatchedPerson> before, WatchedPerson now);

    /** Deletes what is known of somebody, and what came about with them. */
    void forget(UserId person);

    /** Stores what came about, unless the same did before and is not over. */
    void add(WatchFinding finding);

    /** What came about and is not over, oldest first. */
    List<WatchFinding> findings();

    List<WatchFinding> findings(UserId person);

    /** Notes that it was told, or asked for; false where that was noted before, or it is over. */
    boolean told(WatchFinding finding, Optional<RequestId> request);

    /** Ends it; the person stays watched. */
    void end(UserId person, WatchCause cause);
}
