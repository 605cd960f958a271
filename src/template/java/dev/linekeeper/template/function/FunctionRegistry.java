package dev.linekeeper.template.function;

import dev.linekeeper.template.function.FunctionDefinition.Conduct;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where groups of functions register theirs. A function is declared as the documentation shows it,
 * {@code join(list, string, string?): string}: its name, the kinds of its arguments, and the kind of its value. A question
 * mark is behind an argument that may be left out, three dots behind one that may come any number of times, a bar between
 * kinds of which either will do; see {@link ValueKind#of(String)} for the kinds.
 */
public final class FunctionRegistry {
    private final Map<String, FunctionDefinition> functions = new HashMap<>();

    /** A declaration taken apart. */
    private record Declaration(String name, FunctionSignature signature, Set<ValueKind> returns) {
        static Declaration of(String written) {
            int open = written.indexOf('(');
            int close = written.lastIndexOf("): ");
            return new Declaration(
                    written.substring(0, open),
                    FunctionSignature.of(written.substring(open + 1, close)),
                    ValueKind.of(written.substring(close + 3)));
        }
    }

    /** A function of any arguments that fails when an argument does. */
    public void put(String declaration, FunctionBody body) {
        put(declaration, ArgumentCheck.ANYTHING, body);
    }

    /** A function that fails when an argument does, or when one is not what it must be. */
    public void put(String declaration, ArgumentCheck check, FunctionBody body) {
        add(declaration, check, Conduct.ORDINARY, true, body);
    }

    /** A function whose value may differ from call to call. */
    public void putUnsteady(String declaration, FunctionBody body) {
        add(declaration, ArgumentCheck.ANYTHING, Conduct.ORDINARY, false, body);
    }

    /** A comparison: false when an argument fails. */
    public void putComparison(String declaration, FunctionBody body) {
        putComparison(declaration, ArgumentCheck.ANYTHING, body);
    }

    /** A comparison: false when an argument fails, or when one is not what it must be. */
    public void putComparison(String declaration, ArgumentCheck check, FunctionBody body) {
        add(declaration, check, Conduct.COMPARISON, true, body);
    }

    /** A function that is false when an argument fails, and sees missing properties as their binding's own text. */
    public void putLenient(String declaration, FunctionBody body) {
        add(declaration, ArgumentCheck.ANYTHING, Conduct.LENIENT, true, body);
    }

    /** A form the expression package evaluates. */
    public void putForm(String declaration) {
        Declaration form = Declaration.of(declaration);
        add(new FunctionDefinition.SpecialForm(form.name(), form.returns(), form.signature()));
    }

    /** A second name of a function that has been registered. */
    public void alias(String alias, String name) {
        functions.put(alias, functions.get(name));
    }

    Map<String, FunctionDefinition> functions() {
        return functions;
    }

    private void add(String declaration, ArgumentCheck check, Conduct conduct, boolean steady, FunctionBody body) {
        Declaration function = Declaration.of(declaration);
        add(new FunctionDefinition.PlainFunction(
                function.name(),
                function.returns(),
                function.signature(),
                check,
                conduct,
                steady,
                body,
                Tariff.of(function.name())));
    }

    private void add(FunctionDefinition function) {
        functions.put(function.name(), function);
    }
}
