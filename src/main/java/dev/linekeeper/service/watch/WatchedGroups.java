package dev.linekeeper.service.watch;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchedGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The store of groups whose later members are told of. What changes more than one row is called within a transaction. */
public interface WatchedGroups {
    /** Keeps a group whose members were asked for just now, and who they were. */
    void begin(WatchedGroup group, Set<UserId> listed);

    /** All of them, in the order in which they were asked for. A group is there once for each list of it that is not over. */
    List<WatchedGroup> all();

    /** Of whom nobody is to be told again, with the look whose news has them; 0 for those that no news has. */
    Map<UserId, Long> people(GroupId group);

    /**
     * Puts {@code after} in the place of {@code before}; where it is enrolled, lists of the group that were before are over.
     *
     * @param known under Shared Calling already
     * @param told whom news has now
     * @return false where somebody else looked meanwhile, and nothing was stored
     */
    boolean replace(WatchedGroup before, WatchedGroup after, Set<UserId> known, Set<UserId> told);

    /** Forgets a list that came to nothing. */
    void forget(RequestId asked);

    /** Watches a group no more; false where it was not watched. */
    boolean end(GroupId group);
}
