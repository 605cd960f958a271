package dev.linekeeper.adapter.teams;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.Directory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A directory that knows everybody whose object id begins with an {@code a}. */
public final class PeopleOfContoso implements Directory {
    @Override
    public String source() {
        return "test";
    }

    @Override
    public Optional<DirectoryEntry> find(UserId person) {
        return Optional.of(person).filter(id -> id.value().startsWith("a")).map(PeopleOfContoso::entry);
    }

    @Override
    public boolean isMember(UserId person) {
        return find(person).isPresent();
    }

    private static DirectoryEntry entry(UserId id) {
        return new DirectoryEntry(
                id,
                id.value() + "@contoso.example",
                "Somebody",
                Optional.empty(),
                Fact.missing("not read"),
                Fact.missing("not read"),
                Fact.missing("not read"));
    }

    @Override
    public List<DirectoryEntry> search(String text, int limit) {
        return List.of();
    }

    @Override
    public Optional<DirectoryEntry> findByPrincipalName(String userPrincipalName) {
        return Optional.empty();
    }

    @Override
    public boolean hasDepartment(String name) {
        return false;
    }

    @Override
    public List<DirectoryEntry> peopleOf(PersonAttribute attribute, String value) {
        return List.of();
    }

    @Override
    public Set<GroupId> groupsNamed(String name) {
        return Set.of();
    }

    @Override
    public void forEach(Consumer<DirectoryEntry> person) {}

    @Override
    public Set<GroupId> groupsOf(UserId person) {
        return Set.of();
    }

    @Override
    public Set<UserId> members(GroupId group) {
        return Set.of();
    }
}
