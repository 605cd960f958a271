package dev.linekeeper.chat.groups;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.Directory;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Groups as people write them: by their object id, or by their whole name, which several may have. */
public record NamedGroups(Directory directory) {
    /** All that are meant, in the order of their ids. */
    public List<GroupId> called(String text) {
        Stream<GroupId> byId =
                UserId.isObjectId(text) ? directory.groupsAmong(Set.of(new GroupId(text))).stream() : Stream.empty();
        return Stream.concat(byId, directory.groupsNamed(text).stream())
                .distinct()
                .sorted(Comparator.comparing(GroupId::value))
                .toList();
    }

    /** Its name; its id where it has none. */
    public String name(GroupId group) {
        return directory.groupName(group).orElse(group.value());
    }
}
