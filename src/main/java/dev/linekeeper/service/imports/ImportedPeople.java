package dev.linekeeper.service.imports;

import dev.linekeeper.core.bulk.GivenRows;
import dev.linekeeper.core.bulk.ImportSource;
import dev.linekeeper.core.bulk.PeopleImport;
import dev.linekeeper.core.bulk.Row;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Directory.PersonAttribute;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The people of an import, as rows: those that were given, or whom the directory or Teams has now. */
public record ImportedPeople(ImportStore store, Directory directory, VoiceUsers voiceUsers) {
    /** Up to so many are looked up by their ids; of more everybody is read. */
    private static final int BY_ID = 150;

    GivenRows of(PeopleImport list) {
        ImportSource source = list.source();
        return switch (source.kind()) {
            case FILE, PASTED, JOINED, NUMBERS_FILE, NUMBERS_PASTED -> store.given(list.id());
            case GROUP -> rows(named(members(source)));
            case DEPARTMENT -> rows(with(PersonAttribute.DEPARTMENT, source));
            case OFFICE -> rows(with(PersonAttribute.OFFICE, source));
            case CITY -> rows(with(PersonAttribute.CITY, source));
            case POLICY -> rows(named(under(new PolicyName(source.name()))));
        };
    }

    private Set<UserId> members(ImportSource source) {
        return source.group().map(directory::members).orElse(Set.of());
    }

    private Set<UserId> under(PolicyName policy) {
        var people = new HashSet<UserId>();
        voiceUsers.forEach((person, voice) -> voice.policy(PolicyKind.SHARED_CALLING)
                .known()
                .map(Assignment::policy)
                .filter(policy::equals)
                .ifPresent(_ -> people.add(person)));
        return people;
    }

    private Stream<String> with(PersonAttribute attribute, ImportSource source) {
        return directory.peopleOf(attribute, source.name()).stream().map(DirectoryEntry::userPrincipalName);
    }

    /** By the names they sign in with, or by their ids where the directory tells none. */
    private Stream<String> named(Set<UserId> people) {
        var known = new HashMap<UserId, DirectoryEntry>();
        if (people.size() <= BY_ID) {
            known.putAll(directory.findMany(people));
        } else {
            directory.forEach(entry -> known.put(entry.id(), entry));
        }
        return people.stream()
                .map(id -> Optional.ofNullable(known.get(id))
                        .map(DirectoryEntry::userPrincipalName)
                        .orElse(id.value()));
    }

    private static GivenRows rows(Stream<String> people) {
        List<String> sorted = people.sorted(String.CASE_INSENSITIVE_ORDER).toList();
        return new GivenRows(
                IntStream.range(0, sorted.size())
                        .mapToObj(at -> new Row(at + 1, sorted.get(at)))
                        .toList(),
                List.of());
    }
}
