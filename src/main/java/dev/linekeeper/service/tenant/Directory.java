package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The people of the tenant in Microsoft Entra, without resource accounts and guests. */
public interface Directory extends Backend {
    /** People whose display name or user principal name contains the text, best first, at most {@code limit}. */
    List<DirectoryEntry> search(String text, int limit);

    Optional<DirectoryEntry> find(UserId person);

    /** Like {@link #find}, of many in few calls that begin now, without groups; it says nothing of those it leaves out. */
    default Map<UserId, DirectoryEntry> findMany(Set<UserId> people) {
        return Map.of();
    }

    Optional<DirectoryEntry> findByPrincipalName(String userPrincipalName);

    /**
     * Those who have one of the names as their object id, user principal name, mail address or another address, in few calls
     * and without groups; guests and closed accounts too. Where it is somebody's principal name, nobody else has it. Keys are
     * {@linkplain dev.linekeeper.core.tenant.AnyCase#folded folded}; a name that is no key is nobody's.
     *
     * @throws BackendFailure when one of the calls fails: half an answer would say that people are not there
     */
    default Map<String, Set<DirectoryEntry>> findNamed(Set<String> names) {
        Map<String, Set<DirectoryEntry>> found = new HashMap<>();
        names.forEach(name -> find(new UserId(name))
                .or(() -> findByPrincipalName(name))
                .ifPresent(entry -> found.put(AnyCase.folded(name), Set.of(entry))));
        return found;
    }

    /** Those of the ids that are known to be groups'; it says nothing of the others. */
    default Set<GroupId> groupsAmong(Set<GroupId> ids) {
        return Set.of();
    }

    /** What a group is called; empty where there is none of that id, or nobody knows. */
    default Optional<String> groupName(GroupId group) {
        return Optional.empty();
    }

    /** Whether somebody is in the department of exactly that name, capitals aside. */
    boolean hasDepartment(String name);

    /** What the directory says of a person and of their colleagues alike. */
    enum PersonAttribute {
        DEPARTMENT,
        OFFICE,
        CITY
    }

    /** People of whom it says exactly that, capitals aside; a tenant file says no offices and no cities. */
    List<DirectoryEntry> peopleOf(PersonAttribute attribute, String value);

    /** The groups of exactly that display name, capitals aside: several may have it. */
    Set<GroupId> groupsNamed(String name);

    /** Everyone, one after the other, without holding all of them in memory. */
    void forEach(Consumer<DirectoryEntry> person);

    /**
     * Whether the id is that of one of the organisation's own people: a user under this very id whose account is
     * enabled, no guest and no resource account. Somebody deleted or of another tenant is none.
     *
     * @throws BackendFailure when the directory does not answer, or does not say whether the account is enabled
     */
    boolean isMember(UserId person);

    /** Those in a group, and in the groups in it, who are the organisation's own people. An unknown group has none. */
    Set<UserId> members(GroupId group);

    /** The direct members of a group; empty where telling takes more than {@code calls} calls. */
    default Optional<Set<UserId>> directMembers(GroupId group, int calls) {
        return Optional.empty();
    }

    /**
     * The groups the person is in, directly or through groups in them, which dial scopes are made of: missing with the reason
     * when they cannot be read, empty when the entry of the person has told already.
     */
    default Optional<Fact<Set<GroupId>>> allGroupsOf(UserId person) {
        return Optional.empty();
    }

    /** The groups the person is a direct member of; empty for an unknown person. Only those groups' policies apply. */
    Set<GroupId> groupsOf(UserId person);
}
