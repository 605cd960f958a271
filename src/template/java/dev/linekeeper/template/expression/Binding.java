package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.CallSyntax;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A text of a template that has bindings in it. Immutable and thread-safe. */
public final class Binding {
    private final Syntax syntax;
    private final Term term;

    private Binding(Syntax syntax, Term term) {
        this.syntax = syntax;
        this.term = term;
    }

    /**
     * The bindings of a text; empty if it has none.
     *
     * @throws TemplateException if a binding is not an expression, or can never have a value
     */
    public static Optional<Binding> in(String text, TemplateOptions options) {
        return read(text, options).map(syntax -> {
            ExpressionCompiler compiler = new ExpressionCompiler(options, true);
            boolean isText = syntax instanceof CallSyntax call && call.is("concat");
            return new Binding(syntax, isText ? text((CallSyntax) syntax, compiler) : compiler.compile(syntax));
        });
    }

    /**
     * As {@link #in}, for a text that is a condition: what is not there is undefined, not shown as it is written.
     *
     * @throws TemplateException if a binding is not an expression, or can never have a value
     */
    public static Optional<Binding> conditionIn(String text, TemplateOptions options) {
        return read(text, options)
                .map(syntax -> new Binding(syntax, new ExpressionCompiler(options, false).compile(syntax)));
    }

    private static Optional<Syntax> read(String text, TemplateOptions options) {
        if (!text.contains("${")) {
            return Optional.empty();
        }
        CallFactory calls = new CallFactory(
                options.library(), !options.isStrict(), options.limits().maxNesting(), 0);
        if (!(ExpressionParser.parse("`" + text + "`", -1, calls) instanceof CallSyntax call) || !call.is("concat")) {
            return Optional.empty();
        }
        return Optional.of(Syntax.single(call));
    }

    /** Every {@code concat} that is a whole binding is put together here, so that a part that fails shows alone. */
    private static Term text(CallSyntax call, ExpressionCompiler compiler) {
        List<TextPart> parts = call.arguments().stream()
                .map(part -> new TextPart(compiler.compile(part), part))
                .toList();
        return new JoinedText(parts, compiler.options().keepsNulls());
    }

    /** The value: of its own type if the text is one binding and nothing else, otherwise a text. */
    public JsonNode value(Evaluation evaluation) {
        return term.value(evaluation);
    }

    /** The expression as it was understood. */
    @Override
    public String toString() {
        return syntax.toString();
    }

    /** A part of a text, and how it is shown when it fails. */
    private record TextPart(Term term, Syntax syntax) {
        String shown() {
            return "${" + syntax + "}";
        }
    }

    /** The parts one after the other. A part that fails is shown as it was written, whatever the failure. */
    private record JoinedText(List<TextPart> parts, boolean nullsKept) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            evaluation.spend();
            StringBuilder text = new StringBuilder();
            for (TextPart part : parts) {
                text.append(text(part, evaluation));
                evaluation.environment().budget().spendText(text.length());
            }
            return Text.node(text.toString());
        }

        private String text(TextPart part, Evaluation evaluation) {
            JsonNode value;
            try {
                value = part.term().value(evaluation);
            } catch (Failure failure) {
                if (failure.isLimit()) {
                    throw failure;
                }
                return part.shown();
            }
            if (!Values.isNothing(value)) {
                return Text.of(value);
            }
            if (nullsKept) {
                return part.shown();
            }
            throw Failure.fatal("%s is null, which cannot be put into a text".formatted(part.shown()));
        }
    }
}
