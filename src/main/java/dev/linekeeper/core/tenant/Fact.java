package dev.linekeeper.core.tenant;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something a tenant could tell us: known, with where and when it was read, or missing, with the reason. There is no
 * way to get a value out of a missing fact, and no default: what was not read is not guessed.
 */
public sealed interface Fact<T> {

    /** A value as {@code source} (a backend a reader recognises, such as "Microsoft Graph") reported it at {@code asOf}. */
    record Known<T>(T value, String source, Instant asOf) implements Fact<T> {}

    /** A value that could not be read; {@code why} says so in words an admin understands. */
    record Missing<T>(String why) implements Fact<T> {}

    static <T> Fact<T> missing(String why) {
        return new Missing<>(why);
    }

    default <R> R fold(Function<? super T, ? extends R> known, Function<String, ? extends R> missing) {
        return switch (this) {
            case Known(var value, _, _) -> known.apply(value);
            case Missing(var why) -> missing.apply(why);
        };
    }

    default <R> Fact<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Known(var value, var source, var asOf) -> new Known<>(change.apply(value), source, asOf);
            case Missing(var why) -> new Missing<>(why);
        };
    }

    default <R> Fact<R> flatMap(Function<? super T, Fact<R>> next) {
        return fold(next, Missing::new);
    }

    /** Both facts put together; missing as soon as one of them is. The older reading gives source and time. */
    default <U, R> Fact<R> with(Fact<U> other, BiFunction<? super T, ? super U, ? extends R> join) {
        return flatMap(mine -> other.flatMap(theirs -> {
            var joined = join.apply(mine, theirs);
            return this instanceof Known(_, var source, var asOf)
                            && other instanceof Known(_, var otherSource, var otherAsOf)
                    ? asOf.isAfter(otherAsOf)
                            ? new Known<R>(joined, otherSource, otherAsOf)
                            : new Known<R>(joined, source, asOf)
                    : new Missing<R>("not read");
        }));
    }

    /** What {@code next} says of the value; known to be absent where there is no value. */
    static <T, R> Fact<Optional<R>> flatMapPresent(
            Fact<Optional<T>> fact, Function<? super T, Fact<Optional<R>>> next) {
        return fact.flatMap(found -> found.map(next).orElseGet(() -> fact.map(_ -> Optional.empty())));
    }

    /** The value, known or missing; empty only where it is known that there is none. */
    static <T> Optional<Fact<T>> unlessAbsent(Fact<Optional<T>> fact) {
        return fact.fold(found -> found.map(value -> fact.map(_ -> value)), why -> Optional.of(new Missing<>(why)));
    }

    /** The value itself; missing with {@code why} where it is known that there is none. */
    static <T> Fact<T> required(Fact<Optional<T>> fact, Supplier<String> why) {
        return fact.flatMap(
                found -> found.<Fact<T>>map(value -> fact.map(_ -> value)).orElseGet(() -> missing(why.get())));
    }

    /** The value when it is known and there is one; empty when it could not be read and when there is none. */
    static <T> Optional<T> present(Fact<Optional<T>> fact) {
        return fact.known().flatMap(found -> found);
    }

    /** The value when it is known; empty when it is missing, which is not the same as absent. */
    default Optional<T> known() {
        return fold(Optional::of, _ -> Optional.empty());
    }
}
