package dev.linekeeper.service.numbers;

import dev.linekeeper.core.numbers.NumberHolder.OfPerson;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.numbers.NumberShown;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The people a number concerns.
 *
 * @param holder the person who has it; empty where nobody of the people does, the directory does not know them, or {@code unread}
 * @param unread why people could not be read; who shows the number is not known then
 */
public record NumberPeople(Optional<Person> holder, NumberShown shown, Optional<String> unread) {
    /**
     * Reads those who alone may show the number, or everybody where that may be anybody.
     *
     * @param one reads one person; empty when the directory knows nobody of that id
     * @param everybody reads everyone, slowly
     */
    public static NumberPeople of(
            NumberLookup lookup,
            Tenant tenant,
            Readiness readiness,
            Function<UserId, Optional<Person>> one,
            Consumer<Consumer<Person>> everybody) {
        try {
            var people = new ArrayList<Person>();
            lookup.mayShow(tenant)
                    .ifPresentOrElse(
                            some -> some.forEach(id -> one.apply(id).ifPresent(people::add)),
                            () -> everybody.accept(people::add));
            var holder = lookup.holder() instanceof OfPerson(var id)
                    ? people.stream()
                            .filter(person -> person.id().equals(id))
                            .findFirst()
                            .or(() -> one.apply(id))
                    : Optional.<Person>empty();
            return new NumberPeople(holder, NumberShown.of(lookup.number(), people, readiness), Optional.empty());
        } catch (BackendFailure failure) {
            return new NumberPeople(
                    Optional.empty(), NumberShown.NOT_LOOKED, Optional.of(String.valueOf(failure.getMessage())));
        }
    }

    /** Whose data an answer about the number has in it, each once. */
    public List<UserId> concerned() {
        return Stream.of(holder.map(Person::entry).stream(), shown.people().stream(), shown.cannotTell().stream())
                .flatMap(part -> part)
                .map(DirectoryEntry::id)
                .distinct()
                .toList();
    }
}
