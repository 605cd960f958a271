package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The people of the tenant in Microsoft Entra, without resource accounts and guests. */
public interface Directory extends Backend {
    /** People whose display name or user principal name contains the text, best first, at most {@code limit}. */
    List<DirectoryEntry> search(String text, int limit);

    Optional<DirectoryEntry> find(UserId person);

    Optional<DirectoryEntry> findByPrincipalName(String userPrincipalName);

    /** Everyone, one after the other, without holding all of them in memory. */
    void forEach(Consumer<DirectoryEntry> person);

    /** Members of a group, and of the groups in it. An unknown group has none. */
    Set<UserId> members(GroupId group);

    /** The groups the person is a direct member of; empty for an unknown person. Only those groups' policies apply. */
    Set<GroupId> groupsOf(UserId person);
}
