package dev.linekeeper.core.tenant;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The entries of a list as far as they could be read. One that nobody can read costs itself alone; but while there is one,
 * what none of the others says is not known.
 *
 * @param unread why the others could not be read, each with its place
 */
public record Entries<T>(List<T> read, List<String> unread) implements Iterable<T> {
    private static final int NAMED = 5;

    public Entries {
        read = List.copyOf(read);
        unread = List.copyOf(unread);
    }

    /** A list of which everything could be read. */
    public static <T> Entries<T> whole(List<T> all) {
        return new Entries<>(all, List.of());
    }

    /** What could not be read, the first few; empty when everything could. */
    public static Optional<String> lost(List<String> unread) {
        return unread.isEmpty()
                ? Optional.empty()
                : Optional.of("could not be read: "
                        + String.join(", ", unread.subList(0, Math.min(NAMED, unread.size()))));
    }

    /** Those entries that are so; missing when none of those read is and some could not be read. */
    public static <T> Fact<List<T>> some(Fact<Entries<T>> list, Predicate<? super T> condition) {
        return list.flatMap(all -> {
            var found = all.stream().filter(condition).toList();
            return found.isEmpty() ? all.unlessLost(list, _ -> found) : list.map(_ -> found);
        });
    }

    /** What {@code answer} says of the entries read; missing when some could not be. */
    public static <T, R> Fact<R> all(Fact<Entries<T>> list, Function<List<T>, R> answer) {
        return list.flatMap(all -> all.unlessLost(list, answer));
    }

    private <R> Fact<R> unlessLost(Fact<Entries<T>> list, Function<List<T>, R> answer) {
        return lost(unread).<Fact<R>>map(Fact::missing).orElseGet(() -> list.map(_ -> answer.apply(read)));
    }

    /** The same list with each entry that was read turned into another. */
    public <R> Entries<R> map(Function<? super T, R> change) {
        return new Entries<>(read.stream().<R>map(change).toList(), unread);
    }

    /** The entries of lists in a list, as one. */
    public static <T> Entries<T> flat(Entries<Entries<T>> lists) {
        return new Entries<>(
                lists.stream().flatMap(Entries::stream).toList(),
                Stream.concat(lists.unread().stream(), lists.stream().flatMap(list -> list.unread().stream()))
                        .toList());
    }

    public Stream<T> stream() {
        return read.stream();
    }

    @Override
    public Iterator<T> iterator() {
        return read.iterator();
    }
}
