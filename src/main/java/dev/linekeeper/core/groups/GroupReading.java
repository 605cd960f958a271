package dev.linekeeper.core.groups;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import java.util.Set;
import java.util.function.Function;

/**
 * How groups are read for a plan.
 *
 * @param grants the Shared Calling policies granted to groups, as they are now
 * @param members who is directly in a group; missing when a part of them could not be read
 * @param people those of the ids who are people
 * @param names what a group is called, or its id
 */
public record GroupReading(
        Fact<GroupGrantList> grants,
        Function<GroupId, Fact<Set<UserId>>> members,
        Function<Set<UserId>, GroupPeople> people,
        Function<GroupId, String> names) {}
