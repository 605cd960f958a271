package dev.linekeeper.core.tenant;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An auto attendant: it answers when people call a shared number back.
 *
 * @param operator who takes callers that ask for a person, when anybody does
 * @param included groups whose members can be found; empty means everyone
 * @param excluded groups whose members cannot be found
 */
public record AutoAttendant(
        String id,
        String name,
        DirectorySearch directorySearch,
        Optional<String> operator,
        Set<GroupId> included,
        Set<GroupId> excluded,
        List<UserId> accounts) {

    public enum DirectorySearch {
        NONE,
        BY_NAME,
        BY_EXTENSION
    }

    public AutoAttendant {
        included = Set.copyOf(included);
        excluded = Set.copyOf(excluded);
        accounts = List.copyOf(accounts);
    }
}
