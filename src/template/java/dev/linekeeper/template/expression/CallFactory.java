package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.CallSyntax;
import dev.linekeeper.template.expression.Syntax.ConstantSyntax;
import dev.linekeeper.template.function.FunctionDefinition;
import dev.linekeeper.template.function.FunctionLibrary;
import dev.linekeeper.template.function.ValueKind;
import dev.linekeeper.template.function.text.RegularExpression;
import dev.linekeeper.template.value.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts calls together and refuses those that can never work.
 *
 * @param lenient whether a function nobody knows may stand until it is called
 * @param maxDepth how many levels of calls an expression may have
 * @param outer how many levels are around the text being read
 */
record CallFactory(FunctionLibrary library, boolean lenient, int maxDepth, int outer) {
    private static final Set<String> LAMBDAS = Set.of("foreach", "select", "where", "any", "all");

    CallFactory within(int levels) {
        return new CallFactory(library, lenient, maxDepth, outer + levels);
    }

    Syntax make(String name, List<Syntax> arguments, int column) {
        FunctionDefinition function = library.find(name).orElseGet(() -> unknown(name, column));
        CallSyntax call = new CallSyntax(function, List.copyOf(arguments));
        if (outer + call.depth() > maxDepth) {
            throw tooDeep(column);
        }
        List<Set<ValueKind>> kinds = new ArrayList<>(arguments.size());
        for (Syntax argument : arguments) {
            kinds.add(argument.kinds());
        }
        String complaint = function.signature().complaint(kinds);
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

    private FunctionDefinition unknown(String name, int column) {
        if (lenient) {
            return new FunctionDefinition.UnknownFunction(name);
        }
        throw new TemplateException("There is no function %s".formatted(name), column);
    }

    private static void checkForm(CallSyntax call, int column) {
        if (call.is("Accessor") && !isName(call.argument(0))) {
            throw new TemplateException("Accessor takes the name of a property", column);
        }
        if (call.is("Accessor")
                && call.arguments().size() == 2
                && !call.argument(1).kinds().contains(ValueKind.OBJECT)) {
            throw new TemplateException("%s has no properties".formatted(call.argument(1)), column);
        }
        if (call.is("isMatch")
                && call.argument(1) instanceof ConstantSyntax pattern
                && pattern.value().isString()) {
            checkPattern(pattern.value().stringValue(), column);
        }
        if (LAMBDAS.contains(call.function().name())
                && !(call.argument(1) instanceof CallSyntax name
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
        return argument instanceof ConstantSyntax constant && constant.value().isString();
    }
}
