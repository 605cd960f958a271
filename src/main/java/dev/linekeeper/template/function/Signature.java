package dev.linekeeper.template.function;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many arguments a function takes and of which kinds, as far as that can be told without evaluating.
 *
 * @param required kinds of the arguments that must be there
 * @param optional kinds of those that may follow
 * @param rest kinds of any number of further ones; empty if there can be none
 */
public record Signature(List<Set<Kind>> required, List<Set<Kind>> optional, Set<Kind> rest) {
    private static final Set<Kind> NONE = EnumSet.noneOf(Kind.class);

    /** Takes one argument of each kind. */
    static Signature takes(Kind... kinds) {
        return new Signature(Stream.of(kinds).<Set<Kind>>map(EnumSet::of).toList(), List.of(), NONE);
    }

    /** Takes one argument of either kind. */
    static Signature takesEither(Kind one, Kind other) {
        return new Signature(List.of(EnumSet.of(one, other)), List.of(), NONE);
    }

    /** Takes further arguments, one of each kind, the last of which may be left out. */
    Signature then(Kind... kinds) {
        return new Signature(
                Stream.concat(required.stream(), takes(kinds).required.stream()).toList(), optional, rest);
    }

    /** May take further arguments. */
    Signature maybe(Kind... kinds) {
        return new Signature(required, takes(kinds).required, rest);
    }

    /** May take any number of further arguments of those kinds. */
    Signature andMore(Kind first, Kind... others) {
        return new Signature(required, optional, EnumSet.of(first, others));
    }

    /** What is wrong with such arguments, or an empty text. */
    public String complaint(List<Set<Kind>> arguments) {
        int most = required.size() + optional.size();
        if (arguments.size() < required.size()) {
            return "takes at least %d arguments, not %d".formatted(required.size(), arguments.size());
        }
        if (rest.isEmpty() && arguments.size() > most) {
            return "takes at most %d arguments, not %d".formatted(most, arguments.size());
        }
        for (int index = 0; index < arguments.size(); index++) {
            if (!Kind.fit(wanted(index), arguments.get(index))) {
                return "argument %d should be %s, not %s"
                        .formatted(index + 1, Kind.names(wanted(index)), Kind.names(arguments.get(index)));
            }
        }
        return "";
    }

    private Set<Kind> wanted(int index) {
        if (index < required.size()) {
            return required.get(index);
        }
        int beyond = index - required.size();
        return beyond < optional.size() ? optional.get(beyond) : rest;
    }
}
