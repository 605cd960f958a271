package dev.linekeeper.adapter.tenantfile.content;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A group in the file.
 *
 * @param members object ids of people, accounts and nested groups, as far as they could be read
 * @param untold why there may be other members; empty when there are none
 */
public record FileGroup(GroupId id, String displayName, Set<String> members, Optional<String> untold) {
    public FileGroup {
        members = Set.copyOf(members);
    }

    /** Whether the person is a direct member; only those get the group's policies. */
    public boolean has(UserId direct) {
        return members.contains(direct.value());
    }

    /** Why it is not known whether the person is a direct member; empty when it is. */
    public Optional<String> untold(UserId direct) {
        return untold.filter(_ -> !has(direct));
    }

    /** Groups of which it is not known whether the person is in them, and why: their members, or those of a group in them. */
    public static Map<GroupId, String> unread(UserId person, Collection<FileGroup> groups) {
        var unread = new HashMap<GroupId, String>();
        for (var group : groups) {
            group.untold.ifPresent(why -> Stream.concat(Stream.of(group.id), above(group.id.value(), groups).stream())
                    .forEach(around -> unread.putIfAbsent(around, why)));
        }
        if (!unread.isEmpty()) {
            unread.keySet().removeAll(around(person, groups));
        }
        return unread;
    }

    /** The groups a person is in, directly or through nested groups. */
    public static Set<GroupId> around(UserId person, Collection<FileGroup> groups) {
        return above(person.value(), groups);
    }

    private static Set<GroupId> above(String somebody, Collection<FileGroup> groups) {
        var found = new HashSet<GroupId>();
        var open = new ArrayDeque<String>(Set.of(somebody));
        while (!open.isEmpty()) {
            var member = open.remove();
            for (var group : groups) {
                if (group.members.contains(member) && found.add(group.id)) {
                    open.add(group.id.value());
                }
            }
        }
        return found;
    }
}
