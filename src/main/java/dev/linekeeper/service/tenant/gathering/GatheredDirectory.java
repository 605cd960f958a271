package dev.linekeeper.service.tenant.gathering;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.Directory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The directory, of which people by their ids, their groups and members of groups are gathered. */
final class GatheredDirectory implements Directory {
    private final Directory directory;
    private final RunsInFlight runs;
    private final GatheredReadings<DirectoryEntry> people;
    private final Gathering<GroupId, Set<UserId>> members;
    private final Gathering<UserId, Optional<Fact<Set<GroupId>>>> groups;

    GatheredDirectory(Directory directory, RunsInFlight runs) {
        this.directory = directory;
        this.runs = runs;
        this.people = new GatheredReadings<>(runs, directory::find, directory::findMany);
        this.members =
                new Gathering<>(runs, Duration.ZERO, questions -> Gathering.answerAlone(questions, directory::members));
        this.groups = new Gathering<>(
                runs, Duration.ZERO, questions -> Gathering.answerAlone(questions, directory::allGroupsOf));
    }

    @Override
    public Optional<DirectoryEntry> find(UserId person) {
        return runs.many() ? people.read(person) : directory.find(person);
    }

    @Override
    public Set<UserId> members(GroupId group) {
        return runs.many() ? members.ask(group) : directory.members(group);
    }

    @Override
    public String source() {
        return directory.source();
    }

    @Override
    public List<DirectoryEntry> search(String text, int limit) {
        return directory.search(text, limit);
    }

    @Override
    public Optional<DirectoryEntry> findByPrincipalName(String userPrincipalName) {
        return directory.findByPrincipalName(userPrincipalName);
    }

    @Override
    public Optional<String> groupName(GroupId group) {
        return directory.groupName(group);
    }

    @Override
    public boolean hasDepartment(String name) {
        return directory.hasDepartment(name);
    }

    @Override
    public Map<String, Set<DirectoryEntry>> findNamed(Set<String> names) {
        return directory.findNamed(names);
    }

    @Override
    public Set<GroupId> groupsAmong(Set<GroupId> ids) {
        return directory.groupsAmong(ids);
    }

    @Override
    public List<DirectoryEntry> peopleOf(PersonAttribute attribute, String value) {
        return directory.peopleOf(attribute, value);
    }

    @Override
    public Set<GroupId> groupsNamed(String name) {
        return directory.groupsNamed(name);
    }

    @Override
    public void forEach(Consumer<DirectoryEntry> person) {
        directory.forEach(person);
    }

    @Override
    public boolean isMember(UserId person) {
        return directory.isMember(person);
    }

    @Override
    public Map<UserId, DirectoryEntry> findMany(Set<UserId> some) {
        return directory.findMany(some);
    }

    @Override
    public Optional<Set<UserId>> directMembers(GroupId group, int calls) {
        return directory.directMembers(group, calls);
    }

    @Override
    public Optional<Fact<Set<GroupId>>> allGroupsOf(UserId person) {
        return runs.many() ? groups.ask(person) : directory.allGroupsOf(person);
    }

    @Override
    public Set<GroupId> groupsOf(UserId person) {
        return directory.groupsOf(person);
    }
}
