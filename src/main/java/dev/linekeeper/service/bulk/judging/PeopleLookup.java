package dev.linekeeper.service.bulk.judging;

import dev.linekeeper.core.bulk.Row;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.bulk.judging.GivenName.OpenNumber;
import dev.linekeeper.service.bulk.judging.GivenName.ShownName;
import dev.linekeeper.service.bulk.judging.GivenName.UniqueName;
import dev.linekeeper.service.bulk.judging.PersonOfRow.Meant;
import dev.linekeeper.service.bulk.judging.PersonOfRow.NotMeant;
import dev.linekeeper.service.people.PeopleSearch;
import dev.linekeeper.service.people.PeopleSearch.PeopleFound;
import dev.linekeeper.service.people.WrittenNumber.ListedNumbers;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Organisation;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out whom rows mean. Names are looked up together, and where they are many everybody is read once: 10,000 rows take
 * about as many calls as the directory has pages, and some for those it does not list.
 */
final class PeopleLookup {
    /** More are looked for in the list of everybody: a call for fifteen would take longer. */
    private static final int FEW = 300;

    /** Shown names take a search each, and some take four. */
    private static final int FEW_SHOWN = 20;

    private static final int TOLD = 5;
    private static final Pattern WORDS = Pattern.compile("[\\s,]+");

    private final Directory directory;
    private final Organisation organisation;
    private final Clock clock;
    private final Map<String, Set<DirectoryEntry>> found = new HashMap<>();
    private final Map<String, Set<DirectoryEntry>> shown = new HashMap<>();
    /** Who fits without being named, by {@link #likeness}. */
    private final Map<String, Set<DirectoryEntry>> near = new HashMap<>();

    private final Map<String, ResourceAccount> accounts = new HashMap<>();
    private boolean everybody;
    private Set<GroupId> groups = Set.of();
    private Set<String> domains = Set.of();

    PeopleLookup(Directory directory, Organisation organisation, Clock clock) {
        this.directory = directory;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * Whom each row means, in their order.
     *
     * @throws dev.linekeeper.service.tenant.BackendFailure while the directory does not answer
     */
    Map<Row, PersonOfRow> of(List<Row> rows, Tenant tenant) {
        var listed = ListedNumbers.of(tenant.numbers());
        var given = new LinkedHashMap<Row, GivenName>();
        rows.forEach(row -> given.put(row, GivenName.of(row.given(), tenant, listed)));
        tenant.resourceAccounts().known().map(Map::values).stream()
                .flatMap(Collection::stream)
                .forEach(account -> {
                    accounts.put(account.id().value(), account);
                    accounts.put(AnyCase.folded(account.userPrincipalName()), account);
                });
        read(given.values());
        var people = new LinkedHashMap<Row, PersonOfRow>();
        given.forEach((row, name) -> people.put(row, person(name)));
        return people;
    }

    private void read(Collection<GivenName> names) {
        Set<String> wanted = those(names, UniqueName.class, UniqueName::folded)
                .filter(name -> !accounts.containsKey(name))
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> called = those(names, ShownName.class, name -> PeopleSearch.folded(name.text()))
                .collect(Collectors.toUnmodifiableSet());
        everybody = wanted.size() > FEW || called.size() > FEW_SHOWN;
        if (everybody) {
            Set<String> like = called.stream().map(PeopleLookup::likeness).collect(Collectors.toUnmodifiableSet());
            directory.forEach(entry -> take(entry, wanted, called, like));
            wanted.removeAll(found.keySet());
        }
        if (!wanted.isEmpty()) {
            found.putAll(directory.findNamed(wanted));
            wanted.removeAll(found.keySet());
        }
        Set<GroupId> ids = wanted.stream()
                .filter(name -> !name.contains("@"))
                .map(GroupId::new)
                .collect(Collectors.toUnmodifiableSet());
        groups = ids.isEmpty() ? Set.of() : directory.groupsAmong(ids);
        domains = ids.size() == wanted.size()
                ? Set.of()
                : organisation.asFact(organisation::domains, clock).known().orElse(Set.of());
    }

    private static <N extends GivenName> Stream<String> those(
            Collection<GivenName> names, Class<N> kind, Function<N, String> text) {
        return names.stream().filter(kind::isInstance).map(kind::cast).map(text);
    }

    /** The words of a name in whatever order. */
    private static String likeness(String folded) {
        return WORDS.splitAsStream(folded).sorted().collect(Collectors.joining(" "));
    }

    private void take(DirectoryEntry entry, Set<String> wanted, Set<String> called, Set<String> like) {
        Stream.of(entry.id().value(), AnyCase.folded(entry.userPrincipalName()))
                .filter(wanted::contains)
                .forEach(name -> found.put(name, Set.of(entry)));
        String name = PeopleSearch.folded(entry.displayName());
        if (called.contains(name)) {
            shown.computeIfAbsent(name, _ -> new HashSet<>()).add(entry);
        }
        String alias = entry.userPrincipalName().split("@", 2)[0];
        Stream.concat(WORDS.splitAsStream(name), Stream.of(likeness(name), likeness(AnyCase.folded(alias))))
                .filter(like::contains)
                .forEach(fitting ->
                        near.computeIfAbsent(fitting, _ -> new HashSet<>()).add(entry));
    }

    private PersonOfRow person(GivenName given) {
        return switch (given) {
            case OpenNumber(var result) -> result;
            case UniqueName name -> unique(name);
            case ShownName(var text) ->
                everybody
                        ? oneOf(shown.getOrDefault(PeopleSearch.folded(text), Set.of()))
                                .orElseGet(
                                        () -> fitting(near.getOrDefault(likeness(PeopleSearch.folded(text)), Set.of())))
                        : searched(text);
        };
    }

    private PersonOfRow unique(UniqueName name) {
        ResourceAccount account = accounts.get(name.folded());
        return account != null
                ? new NotMeant(
                        RowOutcome.BLOCKED,
                        Explanation.of("readiness.USR-01.resource-account", account.displayName()),
                        Optional.of(account.id()))
                : oneOf(found.getOrDefault(name.folded(), Set.of()))
                        .orElseGet(() -> PersonOfRow.nobody(RowOutcome.NOT_FOUND, whyNobody(name.folded())));
    }

    private String whyNobody(String name) {
        if (!name.contains("@")) {
            return groups.contains(new GroupId(name)) ? "group" : "no-id";
        }
        return domains.isEmpty() || domains.contains(name.substring(name.lastIndexOf('@') + 1))
                ? "no-address"
                : "elsewhere";
    }

    private PersonOfRow searched(String text) {
        return switch (new PeopleSearch(directory).find(text)) {
            case PeopleFound.OnePerson(var person) -> new Meant(person);
            case PeopleFound other -> fitting(other.fitting());
        };
    }

    private static PersonOfRow fitting(Collection<DirectoryEntry> people) {
        return switch (people.size()) {
            case 0 -> PersonOfRow.nobody(RowOutcome.NOT_FOUND, "no-name");
            case 1 ->
                PersonOfRow.nobody(
                        RowOutcome.AMBIGUOUS, "likely", people.iterator().next().userPrincipalName());
            default -> several(people);
        };
    }

    private static Optional<PersonOfRow> oneOf(Set<DirectoryEntry> people) {
        return people.size() > 1
                ? Optional.of(several(people))
                : people.stream().findFirst().map(Meant::new);
    }

    private static PersonOfRow several(Collection<DirectoryEntry> people) {
        return PersonOfRow.nobody(
                RowOutcome.AMBIGUOUS,
                "several",
                people.stream()
                        .map(DirectoryEntry::userPrincipalName)
                        .sorted()
                        .limit(TOLD)
                        .toList());
    }
}
