package dev.linekeeper.template.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How many arguments a function takes and of which kinds, as far as that can be told without evaluating.
 *
 * @param required kinds of the arguments that must be there
 * @param optional kinds of those that may follow
 * @param rest kinds of any number of further ones; empty if there can be none
 */
public record FunctionSignature(List<Set<ValueKind>> required, List<Set<ValueKind>> optional, Set<ValueKind> rest) {
    /** The signature of a declaration, such as {@code string, number?}; see {@link FunctionRegistry}. */
    static FunctionSignature of(String written) {
        List<Set<ValueKind>> required = new ArrayList<>();
        List<Set<ValueKind>> optional = new ArrayList<>();
        Set<ValueKind> rest = Set.of();
        for (String argument : written.isEmpty() ? new String[0] : written.split(", ", -1)) {
            if (argument.endsWith("...")) {
                rest = ValueKind.of(argument.substring(0, argument.length() - 3));
            } else if (argument.endsWith("?")) {
                optional.add(ValueKind.of(argument.substring(0, argument.length() - 1)));
            } else {
                required.add(ValueKind.of(argument));
            }
        }
        return new FunctionSignature(required, optional, rest);
    }

    /** What is wrong with such arguments, or an empty text. */
    public String complaint(List<Set<ValueKind>> arguments) {
        int most = required.size() + optional.size();
        if (arguments.size() < required.size()) {
            return "takes at least %d arguments, not %d".formatted(required.size(), arguments.size());
        }
        if (rest.isEmpty() && arguments.size() > most) {
            return "takes at most %d arguments, not %d".formatted(most, arguments.size());
        }
        for (int index = 0; index < arguments.size(); index++) {
            if (!ValueKind.fit(wanted(index), arguments.get(index))) {
                return "argument %d should be %s, not %s"
                        .formatted(index + 1, ValueKind.names(wanted(index)), ValueKind.names(arguments.get(index)));
            }
        }
        return "";
    }

    private Set<ValueKind> wanted(int index) {
        if (index < required.size()) {
            return required.get(index);
        }
        int beyond = index - required.size();
        return beyond < optional.size() ? optional.get(beyond) : rest;
    }
}
