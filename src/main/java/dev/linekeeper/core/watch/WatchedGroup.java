package dev.linekeeper.core.watch;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import java.time.Instant;

/**
 * A group whose members were asked for as one list: who joins it later is told of.
 *
 * @param asked the batch, or the request of somebody who was asked for alone
 * @param name as it was last read, or as somebody called it
 * @param since when they were asked for
 * @param enrolled whether that ended with somebody enrolled; nobody is told of before
 * @param look the moment of the last look, in milliseconds; 0 before the first one
 */
public record WatchedGroup(
        RequestId asked, GroupId group, String name, PolicyName policy, Instant since, boolean enrolled, long look) {
    public static WatchedGroup of(RequestId asked, GroupId group, String name, PolicyName policy, Instant since) {
        return new WatchedGroup(asked, group, name, policy, since, false, 0);
    }

    /** The same once somebody is enrolled. */
    public WatchedGroup begun() {
        return new WatchedGroup(asked, group, name, policy, since, true, look);
    }

    /** The same after a look, later than the one before, in which it was called that. */
    public WatchedGroup lookedAt(Instant now, String called) {
        return new WatchedGroup(asked, group, called, policy, since, enrolled, Math.max(look + 1, now.toEpochMilli()));
    }
}
