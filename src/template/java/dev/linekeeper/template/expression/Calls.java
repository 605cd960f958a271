package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.Call;
import dev.linekeeper.template.expression.Syntax.Constant;
import dev.linekeeper.template.function.Definition;
import dev.linekeeper.template.function.Kind;
import dev.linekeeper.template.function.Library;
import dev.linekeeper.template.function.RegularExpression;
import dev.linekeeper.template.value.Failure;
import java.util.List;
import java.util.Set;

/**
 * Puts calls together and refuses those that can never work.
 *
 * @param lenient whether a function nobody knows may stand until it is called
 * @param maxDepth how many levels of calls an expression may have
 * @param outer how many levels are around the text being read
 */
record Calls(Library library, boolean lenient, int maxDepth, int outer) {
    private static final Set<String> LAMBDAS = Set.of("foreach", "select", "where", "any", "all");

    Calls within(int levels) {
        return new Calls(library, lenient, maxDepth, outer + levels);
    }

    Syntax make(String name, List<Syntax> arguments, int column) {
        Definition function = library.find(name).orElseGet(() -> unknown(name, column));
        Call call = new Call(function, List.copyOf(arguments));
        if (outer + call.depth() > maxDepth) {
            throw tooDeep(column);
        }
        String complaint = function.signature()
                .complaint(arguments.stream().map(Syntax::kinds).toList());
        if (!complaint.isEmpty()) {
            throw new TemplateException("%s %s".formatted(function.name(), complaint), column);
        }
        checkForm(call, column);
        return call;
    }

    void checkNesting(int levels, int column) {
        if (outer + levels > maxDepth) {
            throw tooDeep(column);
        }
    }

    private TemplateException tooDeep(int column) {
        return new TemplateException("The expression is nested more than %d levels deep".formatted(maxDepth), column);
    }

    private Definition unknown(String name, int column) {
        if (lenient) {
            return new Definition.Unknown(name);
        }
        throw new TemplateException("There is no function %s".formatted(name), column);
    }

    private static void checkForm(Call call, int column) {
        if (call.is("Accessor") && !isName(call.argument(0))) {
            throw new TemplateException("Accessor takes the name of a property", column);
        }
        if (call.is("Accessor")
                && call.arguments().size() == 2
                && !call.argument(1).kinds().contains(Kind.OBJECT)) {
            throw new TemplateException("%s has no properties".formatted(call.argument(1)), column);
        }
        if (call.is("isMatch")
                && call.argument(1) instanceof Constant pattern
                && pattern.value().isString()) {
            checkPattern(pattern.value().stringValue(), column);
        }
        if (LAMBDAS.contains(call.function().name())
                && !(call.argument(1) instanceof Call name
                        && name.is("Accessor")
                        && name.arguments().size() == 1)) {
            throw new TemplateException("%s is not a name for the items".formatted(call.argument(1)), column);
        }
    }

    private static void checkPattern(String pattern, int column) {
        try {
            RegularExpression.check(pattern);
        } catch (Failure failure) {
            throw new TemplateException(String.valueOf(failure.getMessage()), column);
        }
    }

    private static boolean isName(Syntax argument) {
        return argument instanceof Constant constant && constant.value().isString();
    }
}
