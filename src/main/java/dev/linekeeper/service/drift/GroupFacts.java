package dev.linekeeper.service.drift;

import dev.linekeeper.core.drift.CauseOrigin;
import dev.linekeeper.core.drift.PersonDrift;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What groups are called and who is in them, read once in a look. What cannot be read is not known. Not thread-safe. */
record GroupFacts(
        Directory directory, Map<GroupId, Optional<String>> names, Map<GroupId, Optional<Set<UserId>>> members) {
    /** To read the members of one group: thirty thousand. */
    private static final int CALLS = 31;

    GroupFacts(Directory directory) {
        this(directory, new HashMap<>(), new HashMap<>());
    }

    /** The cause with whether the person left the group or its grant changed, where that can be read. */
    PersonDrift resolved(PersonDrift drift) {
        return drift.cause()
                .group()
                .filter(_ -> drift.cause().origin() == CauseOrigin.GROUP_GONE)
                .flatMap(group -> members.computeIfAbsent(group, read(id -> directory.directMembers(id, CALLS))))
                .map(all -> drift.with(drift.cause().resolved(all.contains(drift.person()))))
                .orElse(drift);
    }

    Optional<String> name(GroupId group) {
        return names.computeIfAbsent(group, read(directory::groupName));
    }

    private static <T> Function<GroupId, Optional<T>> read(Function<GroupId, Optional<T>> reading) {
        return group -> {
            try {
                return reading.apply(group);
            } catch (BackendFailure unread) {
                return Optional.empty();
            }
        };
    }
}
