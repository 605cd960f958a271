package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.Call;
import dev.linekeeper.template.function.Definition;
import dev.linekeeper.template.function.Definition.Form;
import dev.linekeeper.template.function.Definition.Plain;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Turns syntax into terms: paths are resolved as far as they are known, and calls of constants are computed at once.
 *
 * @param options what the terms will be evaluated with
 * @param shown whether a value that is not there is shown as the binding's text; conditions have it undefined instead
 */
record Compiler(Options options, boolean shown) {
    Term compile(Syntax syntax) {
        return syntax instanceof Call call
                ? call(call, call.function())
                : new Term.Constant(((Syntax.Constant) syntax).value());
    }

    private Compiler hiding() {
        return shown ? new Compiler(options, false) : this;
    }

    private List<Term> compileAll(Call call) {
        return call.arguments().stream().map(this::compile).toList();
    }

    private Term call(Call call, Definition definition) {
        if (definition instanceof Plain function) {
            return folded(plain(call, function), function);
        }
        return definition instanceof Form form ? form(call, form) : new CallTerms.Unknown(definition.name());
    }

    private Term plain(Call call, Plain function) {
        return switch (function.conduct()) {
            case ORDINARY -> new CallTerms.Ordinary(function, call, compileAll(call));
            case LENIENT -> new CallTerms.Test(function, compileAll(call));
            case COMPARISON -> new CallTerms.Test(function, hiding().compileAll(call));
        };
    }

    private Term folded(Term term, Plain function) {
        List<Term> arguments =
                term instanceof CallTerms.Ordinary call ? call.arguments() : ((CallTerms.Test) term).arguments();
        boolean known = function.steady();
        for (Term argument : arguments) {
            known &= argument instanceof Term.Constant;
        }
        if (!known) {
            return term;
        }
        try {
            return new Term.Constant(term.value(new Evaluation(options, Memory.of(Values.UNDEFINED))));
        } catch (Failure failure) {
            return term;
        }
    }

    private Term form(Call call, Form form) {
        return switch (form.name()) {
            case "&&" -> new LogicTerms.And(hiding().compileAll(call));
            case "||" ->
                new LogicTerms.Or(
                        hiding().compileAll(call),
                        presumed(call.argument(call.arguments().size() - 1)));
            case "!" -> new LogicTerms.Not(hiding().compile(call.argument(0)));
            case "if" ->
                new LogicTerms.If(
                        hiding().compile(call.argument(0)), compile(call.argument(1)), compile(call.argument(2)));
            case "ignore" -> compile(call.argument(0));
            case "Accessor" -> path(call);
            case "Element" -> new PathTerms.Element(compile(call.argument(0)), hiding().compile(call.argument(1)));
            case "getProperty" -> new PathTerms.GetProperty(compileAll(call), shown);
            case "setPathToValue" ->
                new PathTerms.SetPathToValue(PathSteps.of(call.argument(0), this::compile), compile(call.argument(1)));
            case "foreach", "select", "where", "any", "all" -> lambda(call, form);
            case "stringOrValue" -> stringOrValue(call.argument(0));
            default ->
                evaluation -> {
                    throw Failure.fatal("%s cannot be evaluated.".formatted(form.name()));
                };
        };
    }

    /** What the official engine takes a condition for until it has been evaluated, and after that has failed. */
    private static JsonNode presumed(Syntax condition) {
        if (!(condition instanceof Call call)) {
            return Values.UNDEFINED;
        }
        if (call.is("all")) {
            return Values.of(true);
        }
        boolean test = call.function() instanceof Plain function && function.conduct() != Definition.Conduct.ORDINARY;
        return test || call.is("any") ? Values.of(false) : Values.UNDEFINED;
    }

    private Term path(Call call) {
        PathSteps steps = PathSteps.of(call, this::compile);
        if (!steps.isFixed()) {
            return new PathTerms.Computed(steps, shown);
        }
        try {
            Path path = Path.of(steps.text(new Evaluation(options, Memory.of(Values.UNDEFINED))));
            return new PathTerms.Fixed(path, shown ? path.unanswered() : Values.UNDEFINED);
        } catch (Failure failure) {
            return new PathTerms.Computed(steps, shown);
        }
    }

    private Term lambda(Call call, Form form) {
        Term items = compile(call.argument(0));
        String name = Text.of(((Syntax.Constant) ((Call) call.argument(1)).argument(0)).value());
        Term body = compile(call.argument(2));
        return switch (form.name()) {
            case "where" -> new LambdaTerms.Where(items, name, body);
            case "any" -> new LambdaTerms.Quantified(items, name, body, false);
            case "all" -> new LambdaTerms.Quantified(items, name, body, true);
            default -> new LambdaTerms.Foreach(items, name, body);
        };
    }

    /**
     * A text written in the template is read for bindings here, once. A text that comes from data is data: it is the value as
     * it stands, never an expression.
     */
    private Term stringOrValue(Syntax argument) {
        if (argument instanceof Syntax.Constant constant && constant.value().isString()) {
            return read(constant.value().stringValue());
        }
        Term text = compile(argument);
        return evaluation -> {
            JsonNode value = text.value(evaluation);
            if (!value.isString()) {
                throw Failure.of("%s is not a string.".formatted(Text.of(value)));
            }
            return value;
        };
    }

    private Term read(String text) {
        try {
            Calls calls = new Calls(options.library(), false, options.limits().maxNesting(), 0);
            return compile(Interpolation.single(Parser.parse("`" + text + "`", -1, calls)));
        } catch (TemplateException e) {
            return evaluation -> {
                throw Failure.fatal(e.problem());
            };
        }
    }
}
