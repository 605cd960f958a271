package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.FileGroup;
import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.AccountType;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Directory;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People and groups of the file. Guests and accounts are found by id or name, so that rule USR-01 can say what they are. */
record FileDirectory(FileTenant tenant) implements Directory {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public List<DirectoryEntry> search(String text, int limit) {
        var wanted = AnyCase.folded(text);
        return users().values().stream()
                .filter(FileDirectory::isPerson)
                .filter(user -> names(user).stream().anyMatch(name -> name.contains(wanted)))
                .sorted(Comparator.comparingInt((StoredUser user) -> distance(user, wanted))
                        .thenComparing(user -> user.entry().displayName(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(user -> user.entry().userPrincipalName(), String.CASE_INSENSITIVE_ORDER))
                .limit(limit)
                .map(tenant::entry)
                .toList();
    }

    @Override
    public Optional<DirectoryEntry> find(UserId person) {
        return Optional.ofNullable(users().get(person)).map(tenant::entry);
    }

    @Override
    public Optional<DirectoryEntry> findByPrincipalName(String userPrincipalName) {
        var wanted = userPrincipalName.strip();
        return users().values().stream()
                .filter(user -> AnyCase.same(user.entry().userPrincipalName(), wanted))
                .findFirst()
                .map(tenant::entry);
    }

    /** By ids and principal names: a file has no addresses. */
    @Override
    public Map<String, Set<DirectoryEntry>> findNamed(Set<String> names) {
        var wanted = names.stream().map(AnyCase::folded).collect(Collectors.toUnmodifiableSet());
        var found = new HashMap<String, Set<DirectoryEntry>>();
        for (var user : users().values()) {
            Stream.of(user.id().value(), AnyCase.folded(user.entry().userPrincipalName()))
                    .filter(wanted::contains)
                    .forEach(name -> found.put(name, Set.of(tenant.entry(user))));
        }
        return found;
    }

    @Override
    public Set<GroupId> groupsAmong(Set<GroupId> ids) {
        var groups = tenant.content().groups().orElse(Map.of());
        return ids.stream().filter(groups::containsKey).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<String> groupName(GroupId group) {
        return Optional.ofNullable(tenant.content().groups().orElse(Map.of()).get(group))
                .map(FileGroup::displayName);
    }

    @Override
    public boolean hasDepartment(String name) {
        return users().values().stream()
                .map(user -> user.entry().department())
                .anyMatch(department ->
                        department.filter(it -> AnyCase.same(it, name)).isPresent());
    }

    @Override
    public List<DirectoryEntry> peopleOf(PersonAttribute attribute, String value) {
        return users().values().stream()
                .filter(FileDirectory::isPerson)
                .filter(user -> attribute == PersonAttribute.DEPARTMENT
                        && user.entry()
                                .department()
                                .filter(it -> AnyCase.same(it, value))
                                .isPresent())
                .map(tenant::entry)
                .toList();
    }

    @Override
    public Set<GroupId> groupsNamed(String name) {
        return tenant.part(TenantContent::groups, "groups").values().stream()
                .filter(group -> AnyCase.same(group.displayName(), name))
                .map(FileGroup::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void forEach(Consumer<DirectoryEntry> person) {
        users().values().forEach(user -> person.accept(tenant.entry(user)));
    }

    @Override
    public boolean isMember(UserId person) {
        return Optional.ofNullable(users().get(person))
                .filter(FileDirectory::isPerson)
                .filter(user -> user.entry().enabled().fold(enabled -> enabled, why -> {
                    throw new BackendFailure(FailureKind.UNSUPPORTED, why);
                }))
                .isPresent();
    }

    @Override
    public Set<UserId> members(GroupId group) {
        var groups = tenant.part(TenantContent::groups, "groups");
        if (!groups.containsKey(group)) {
            refuse(Entries.lost(tenant.content().unread("groups")));
        }
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>(List.of(group.value()));
        while (!open.isEmpty()) {
            var id = open.remove();
            var nested = groups.get(new GroupId(id));
            if (seen.add(id) && nested != null) {
                refuse(nested.untold());
                open.addAll(nested.members());
            }
        }
        return seen.stream()
                .filter(id -> !groups.containsKey(new GroupId(id)))
                .map(UserId::new)
                .filter(this::isMember)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Set<UserId>> directMembers(GroupId group, int calls) {
        return Optional.ofNullable(tenant.content().groups().orElse(Map.of()).get(group))
                .filter(found -> found.untold().isEmpty())
                .map(found -> found.members().stream().map(UserId::new).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Set<GroupId> groupsOf(UserId person) {
        var groups = tenant.part(TenantContent::groups, "groups").values();
        groups.forEach(group -> refuse(group.untold(person)));
        return groups.stream()
                .filter(group -> group.has(person))
                .map(FileGroup::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void refuse(Optional<String> untold) {
        untold.ifPresent(why -> {
            throw new BackendFailure(FailureKind.UNSUPPORTED, why);
        });
    }

    private Map<UserId, StoredUser> users() {
        return tenant.part(TenantContent::users, "users");
    }

    private static boolean isPerson(StoredUser user) {
        return user.accountType()
                .fold(type -> type != AccountType.GUEST && type != AccountType.RESOURCE_ACCOUNT, _ -> true);
    }

    /** 0 for an exact name, 1 for the beginning of a name, 2 otherwise. */
    private static int distance(StoredUser user, String wanted) {
        var names = names(user);
        if (names.contains(wanted)) {
            return 0;
        }
        return names.stream().anyMatch(name -> name.startsWith(wanted)) ? 1 : 2;
    }

    private static List<String> names(StoredUser user) {
        return List.of(
                AnyCase.folded(user.entry().displayName()),
                AnyCase.folded(user.entry().userPrincipalName()));
    }
}
