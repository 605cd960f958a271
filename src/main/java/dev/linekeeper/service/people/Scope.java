package dev.linekeeper.service.people;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of the organisation over which a group holds its role, such as {@code country:GB,department:Sales}: people of
 * one of the countries and of one of the departments (src/docs/requirements.md, T5).
 *
 * @param countries ISO 3166 codes of usage locations; empty for any
 * @param departments as the directory has them, in any case of letters; empty for any
 */
public record Scope(Set<Country> countries, Set<String> departments) {
    /** Over whom a group without a scope holds its role. */
    public static final Scope EVERYBODY = new Scope(Set.of(), Set.of());

    public Scope {
        countries = Set.copyOf(countries);
        departments = Set.copyOf(departments);
    }

    /**
     * A scope as the settings write it.
     *
     * @throws IllegalArgumentException when a part is neither a country nor a department, or there is none
     */
    public static Scope of(String written) {
        Map<String, Set<String>> parts = Arrays.stream(written.split(",", -1))
                .map(part -> part.split(":", 2))
                .collect(Collectors.groupingBy(
                        part -> part[0].strip(),
                        Collectors.mapping(part -> part.length < 2 ? "" : part[1].strip(), Collectors.toSet())));
        if (!Set.of("country", "department").containsAll(parts.keySet())
                || parts.values().stream().anyMatch(values -> values.contains(""))) {
            throw new IllegalArgumentException(
                    "'%s' is no scope; write it as country:GB,department:Sales".formatted(written));
        }
        return new Scope(
                parts.getOrDefault("country", Set.of()).stream()
                        .map(Country::new)
                        .collect(Collectors.toSet()),
                parts.getOrDefault("department", Set.of()));
    }

    public boolean isEverybody() {
        return equals(EVERYBODY);
    }

    /** Whether the person belongs to it; missing when their country matters and was not read. */
    Fact<Boolean> covers(DirectoryEntry person) {
        boolean ofDepartment = departments.isEmpty()
                || person.department()
                        .filter(theirs -> departments.stream().anyMatch(ours -> AnyCase.same(ours, theirs)))
                        .isPresent();
        return person.usageLocation()
                .map(country -> ofDepartment
                        && (countries.isEmpty()
                                || country.filter(countries::contains).isPresent()));
    }

    /** As the settings write it, for people. */
    @Override
    public String toString() {
        return Stream.concat(
                        countries.stream().map(country -> "country:" + country).sorted(),
                        new TreeSet<>(departments).stream().map(name -> "department:" + name))
                .collect(Collectors.joining(", "));
    }
}
