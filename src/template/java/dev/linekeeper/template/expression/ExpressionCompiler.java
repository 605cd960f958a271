package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.CallSyntax;
import dev.linekeeper.template.function.FunctionDefinition;
import dev.linekeeper.template.function.FunctionDefinition.PlainFunction;
import dev.linekeeper.template.function.FunctionDefinition.SpecialForm;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Turns syntax into terms: paths are resolved as far as they are known, and calls of constants are computed at once.
 *
 * @param options what the terms will be evaluated with
 * @param accountant who charges for what is computed here
 * @param shown whether a value that is not there is shown as the binding's text; conditions have it undefined instead
 */
record ExpressionCompiler(TemplateOptions options, Accountant accountant, boolean shown) {
    Term compile(Syntax syntax) {
        return syntax instanceof CallSyntax call
                ? call(call, call.function())
                : new Term.ConstantTerm(((Syntax.ConstantSyntax) syntax).value());
    }

    private ExpressionCompiler hiding() {
        return shown ? new ExpressionCompiler(options, accountant, false) : this;
    }

    private List<Term> compileAll(CallSyntax call) {
        List<Term> terms = new ArrayList<>(call.arguments().size());
        for (Syntax argument : call.arguments()) {
            terms.add(compile(argument));
        }
        return List.copyOf(terms);
    }

    private Term call(CallSyntax call, FunctionDefinition definition) {
        if (definition instanceof PlainFunction function) {
            return folded(plain(call, function), function);
        }
        return definition instanceof SpecialForm form ? form(call, form) : new CallTerms.UnknownCall(definition.name());
    }

    private Term plain(CallSyntax call, PlainFunction function) {
        return switch (function.conduct()) {
            case ORDINARY -> new CallTerms.OrdinaryCall(function, call, compileAll(call));
            case LENIENT -> new CallTerms.TestCall(function, compileAll(call));
            case COMPARISON -> new CallTerms.TestCall(function, hiding().compileAll(call));
        };
    }

    private Term folded(Term term, PlainFunction function) {
        List<Term> arguments = term instanceof CallTerms.OrdinaryCall call
                ? call.arguments()
                : ((CallTerms.TestCall) term).arguments();
        boolean known = function.steady();
        for (Term argument : arguments) {
            known &= argument instanceof Term.ConstantTerm;
        }
        if (!known) {
            return term;
        }
        try {
            return new Term.ConstantTerm(
                    term.value(new Evaluation(options, options.environment(accountant), Memory.of(Values.UNDEFINED))));
        } catch (Failure failure) {
            return term;
        }
    }

    private Term form(CallSyntax call, SpecialForm form) {
        return switch (form.name()) {
            case "&&" -> new LogicTerms.AndTerm(hiding().compileAll(call));
            case "||" ->
                new LogicTerms.OrTerm(
                        hiding().compileAll(call),
                        presumed(call.argument(call.arguments().size() - 1)));
            case "!" -> new LogicTerms.NotTerm(hiding().compile(call.argument(0)));
            case "if" ->
                new LogicTerms.IfTerm(
                        hiding().compile(call.argument(0)), compile(call.argument(1)), compile(call.argument(2)));
            case "ignore" -> compile(call.argument(0));
            case "Accessor" -> path(call);
            case "Element" ->
                new PathTerms.ElementTerm(call, compile(call.argument(0)), hiding().compile(call.argument(1)), shown);
            case "getProperty" -> new PathTerms.GetPropertyTerm(compileAll(call), shown);
            case "setPathToValue" ->
                new PathTerms.SetPathTerm(PathSteps.of(call.argument(0), this::compile), compile(call.argument(1)));
            case "foreach", "select", "where", "any", "all" -> lambda(call, form);
            case "stringOrValue" -> stringOrValue(call.argument(0));
            default ->
                evaluation -> {
                    throw Failure.fatal("%s cannot be evaluated.", form.name());
                };
        };
    }

    /** What the official engine takes a condition for until it has been evaluated, and after that has failed. */
    private static JsonNode presumed(Syntax condition) {
        if (!(condition instanceof CallSyntax call)) {
            return Values.UNDEFINED;
        }
        if (call.is("all")) {
            return Values.of(true);
        }
        boolean test = call.function() instanceof PlainFunction function
                && function.conduct() != FunctionDefinition.Conduct.ORDINARY;
        return test || call.is("any") ? Values.of(false) : Values.UNDEFINED;
    }

    private Term path(CallSyntax call) {
        PathSteps steps = PathSteps.of(call, this::compile);
        if (!steps.isFixed()) {
            return new PathTerms.ComputedPath(steps, shown);
        }
        try {
            Evaluation evaluation =
                    new Evaluation(options, options.environment(accountant), Memory.of(Values.UNDEFINED));
            PropertyPath path = PropertyPath.of(steps.text(evaluation), accountant);
            return new PathTerms.FixedPath(path, shown);
        } catch (Failure failure) {
            return new PathTerms.ComputedPath(steps, shown);
        }
    }

    private Term lambda(CallSyntax call, SpecialForm form) {
        Term items = compile(call.argument(0));
        String name = Text.of(
                ((Syntax.ConstantSyntax) ((CallSyntax) call.argument(1)).argument(0)).value(), Accountant.unlimited());
        Term body = compile(call.argument(2));
        return switch (form.name()) {
            case "where" -> new LambdaTerms.WhereTerm(items, name, body);
            case "any" -> new LambdaTerms.QuantifiedTerm(items, name, body, false);
            case "all" -> new LambdaTerms.QuantifiedTerm(items, name, body, true);
            default -> new LambdaTerms.ForeachTerm(items, name, body);
        };
    }

    /**
     * A text written in the template is read for bindings here, once. A text that comes from data is data: it is the value as
     * it stands, never an expression.
     */
    private Term stringOrValue(Syntax argument) {
        if (argument instanceof Syntax.ConstantSyntax constant
                && constant.value().isString()) {
            return read(constant.value().stringValue());
        }
        Term text = compile(argument);
        return evaluation -> {
            JsonNode value = text.value(evaluation);
            if (!value.isString()) {
                throw Failure.of("%s is not a string.", value);
            }
            return value;
        };
    }

    private Term read(String text) {
        try {
            CallFactory calls =
                    new CallFactory(options.library(), false, options.limits().maxNesting(), 0);
            return compile(Syntax.single(ExpressionParser.parse("`" + text + "`", -1, calls)));
        } catch (TemplateException e) {
            return evaluation -> {
                throw Failure.fatal(e.problem());
            };
        }
    }
}
