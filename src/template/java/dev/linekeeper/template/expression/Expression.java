package dev.linekeeper.template.expression;

import dev.linekeeper.template.value.Failure;
import tools.jackson.databind.JsonNode;

/**
 * An expression that stands alone, compiled once and evaluated often. Immutable and thread-safe. Source: <a
 * href="https://learn.microsoft.com/azure/bot-service/bot-builder-concept-adaptive-expressions">Adaptive expressions</a>.
 *
 * <pre>{@code
 * Expression greeting = Expression.parse("concat('Hello ', user.name)");
 * JsonNode value = greeting.evaluate(data);
 * }</pre>
 */
public final class Expression {
    private final Syntax syntax;
    private final Term term;
    private final TemplateOptions options;

    private Expression(Syntax syntax, Term term, TemplateOptions options) {
        this.syntax = syntax;
        this.term = term;
        this.options = options;
    }

    /** As {@link #parse(String, TemplateOptions)} with the standard options. */
    public static Expression parse(String text) {
        return parse(text, TemplateOptions.standard());
    }

    /**
     * Compiles the expression.
     *
     * @throws TemplateException if it is not an expression, or can never have a value
     */
    public static Expression parse(String text, TemplateOptions options) {
        try {
            CallFactory calls =
                    new CallFactory(options.library(), false, options.limits().maxNesting(), 0);
            Syntax syntax = ExpressionParser.parse(text, 0, calls);
            return new Expression(
                    syntax, new ExpressionCompiler(options, options.compiling(), false).compile(syntax), options);
        } catch (StackOverflowError e) {
            throw new TemplateException("The expression is nested too deeply", 0);
        }
    }

    /**
     * Evaluates it over the data, which stays as it is.
     *
     * @return the value; a missing node if it is undefined
     * @throws TemplateException if there is no value, or a limit is exceeded
     */
    public JsonNode evaluate(JsonNode data) {
        try {
            return term.value(new Evaluation(options, Memory.of(data)));
        } catch (Failure failure) {
            throw new TemplateException(String.valueOf(failure.getMessage()), 0);
        } catch (StackOverflowError e) {
            throw new TemplateException("The data are nested too deeply", 0);
        }
    }

    /** The expression as it was understood. */
    @Override
    public String toString() {
        return syntax.toString();
    }
}
