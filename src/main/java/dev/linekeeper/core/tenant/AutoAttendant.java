package dev.linekeeper.core.tenant;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An auto attendant: it answers when people call a shared number back.
 *
 * @param operator who takes callers that ask for a person, when anybody does
 * @param included groups whose members can be found; an empty set means everyone
 * @param excluded groups whose members cannot be found
 */
public record AutoAttendant(
        String id,
        String name,
        Fact<DirectorySearch> directorySearch,
        Fact<Optional<String>> operator,
        Fact<Set<GroupId>> included,
        Fact<Set<GroupId>> excluded,
        List<UserId> accounts) {

    public enum DirectorySearch {
        NONE,
        BY_NAME,
        BY_EXTENSION
    }

    public AutoAttendant {
        included = included.map(Set::copyOf);
        excluded = excluded.map(Set::copyOf);
        accounts = List.copyOf(accounts);
    }
}
