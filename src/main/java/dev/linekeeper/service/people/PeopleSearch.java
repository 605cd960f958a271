package dev.linekeeper.service.people;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.Directory;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds people in the directory by object id, user principal name or name, and tells who was named from who merely fits. */
public record PeopleSearch(Directory directory) {
    /** The most people of one name that are offered as a choice. */
    public static final int CHOICES = 8;

    /** From so many people on who fit, the directory may know more of the same name than it told. */
    private static final int ALL_SEEN_BELOW = 25;

    /** The people a text fits. */
    public sealed interface PeopleFound {
        /** Those who fit, as far as they are told. */
        default List<DirectoryEntry> fitting() {
            return switch (this) {
                case OnePerson(var person) -> List.of(person);
                case LikelyPerson(var person) -> List.of(person);
                case SeveralPeople(var people, _) -> people;
                case NobodyFound _ -> List.of();
            };
        }

        /** Named exactly: by object id, user principal name, or a display name nobody else has. */
        record OnePerson(DirectoryEntry person) implements PeopleFound {}

        /** Only this one fits, but what was written is part of their name, an alias, or the name turned round. */
        record LikelyPerson(DirectoryEntry person) implements PeopleFound {}

        /** Several people fit; {@code more} when there are others beyond these. */
        record SeveralPeople(List<DirectoryEntry> people, boolean more) implements PeopleFound {}

        record NobodyFound(String text) implements PeopleFound {}
    }

    /** Finds who is named by a text or, failing that, who fits it. */
    public PeopleFound find(String text) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return new PeopleFound.NobodyFound(wanted);
        }
        Optional<DirectoryEntry> exact = wanted.contains("@")
                ? directory.findByPrincipalName(wanted).filter(it -> AnyCase.same(it.userPrincipalName(), wanted))
                : UserId.isObjectId(wanted) ? directory.find(new UserId(wanted)) : Optional.empty();
        return exact.<PeopleFound>map(PeopleFound.OnePerson::new).orElseGet(() -> byName(wanted));
    }

    private PeopleFound byName(String wanted) {
        List<DirectoryEntry> fitting = spellings(wanted)
                .map(spelling -> directory.search(spelling, ALL_SEEN_BELOW))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        List<DirectoryEntry> named = only(fitting, entry -> isNamed(entry, wanted));
        if (named.size() == 1 && fitting.size() < ALL_SEEN_BELOW) {
            return new PeopleFound.OnePerson(named.getFirst());
        }
        List<DirectoryEntry> near = only(
                fitting,
                entry -> isCalled(entry, wanted)
                        || AnyCase.folded(entry.userPrincipalName()).startsWith(AnyCase.folded(wanted) + "@"));
        List<DirectoryEntry> people = Stream.of(named, near, fitting)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        return switch (people.size()) {
            case 0 -> new PeopleFound.NobodyFound(wanted);
            case 1 -> new PeopleFound.LikelyPerson(people.getFirst());
            default ->
                new PeopleFound.SeveralPeople(people.stream().limit(CHOICES).toList(), people.size() > CHOICES);
        };
    }

    private static List<DirectoryEntry> only(List<DirectoryEntry> people, Predicate<DirectoryEntry> wanted) {
        return people.stream().filter(wanted).toList();
    }

    /** Whether that is the name shown for the person, be it first or last name first. */
    public static boolean isCalled(DirectoryEntry person, String name) {
        return spellings(name).anyMatch(spelling -> isNamed(person, spelling));
    }

    /** Whether a word stands for nobody's first or last name among these, but for a department of the organisation. */
    public boolean isDepartment(String text, List<DirectoryEntry> fitting) {
        return !text.contains("@")
                && fitting.stream()
                        .flatMap(person -> Stream.of(person.displayName().split("[\\s,]+")))
                        .noneMatch(name -> AnyCase.same(name, text))
                && directory.hasDepartment(text.strip());
    }

    private static boolean isNamed(DirectoryEntry person, String name) {
        return folded(person.displayName()).equals(folded(name));
    }

    /** What all spellings of one display name have in common. */
    public static String folded(String name) {
        return AnyCase.folded(plain(name));
    }

    /** The name as written, with the apostrophe that names often have, and with the other name first. */
    private static Stream<String> spellings(String name) {
        var turned = name.contains(",")
                ? name.replaceFirst("^\\s*([^,]+?)\\s*,\\s*([^,]+?)\\s*$", "$2 $1")
                : name.replaceFirst("^(.+)\\s(\\S+)$", "$2, $1");
        var swapped = name.replaceFirst("^(\\S.*?),?\\s+(\\S+)$", "$2 $1");
        return Stream.of(name, name.replace('\'', '\u2019'), turned, swapped).distinct();
    }

    private static String plain(String name) {
        return name.replaceAll("[\\u2018\\u2019\\u201b\\u02b9\\u02bc\\u2032\\uff07\\u00b4`]", "'");
    }
}
