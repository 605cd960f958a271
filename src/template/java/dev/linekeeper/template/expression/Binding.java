package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.CallSyntax;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
     * @param accountant who charges for what is computed now; see {@link TemplateOptions#compiling()}
     * @throws TemplateException if a binding is not an expression, or can never have a value
     */
    public static Optional<Binding> in(String text, TemplateOptions options, Accountant accountant) {
        return read(text, options).map(syntax -> {
            ExpressionCompiler compiler = new ExpressionCompiler(options, accountant, true);
            boolean isText = syntax instanceof CallSyntax call && call.is("concat");
            return new Binding(syntax, isText ? text((CallSyntax) syntax, compiler) : compiler.compile(syntax));
        });
    }

    /**
     * As {@link #in}, for a text that is a condition: what is not there is undefined, not shown as it is written.
     *
     * @throws TemplateException if a binding is not an expression, or can never have a value
     */
    public static Optional<Binding> conditionIn(String text, TemplateOptions options, Accountant accountant) {
        return read(text, options)
                .map(syntax -> new Binding(syntax, new ExpressionCompiler(options, accountant, false).compile(syntax)));
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
    private static final class TextPart {
        private final Term term;
        private final Syntax syntax;
        private volatile @Nullable String shown;

        private TextPart(Term term, Syntax syntax) {
            this.term = term;
            this.syntax = syntax;
        }

        /** Put together once, when it is first needed. */
        String shown() {
            String known = shown;
            if (known == null) {
                known = "${" + syntax + "}";
                shown = known;
            }
            return known;
        }
    }

    /** The parts one after the other. A part that fails is shown as it was written, whatever the failure. */
    private record JoinedText(List<TextPart> parts, boolean nullsKept) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            evaluation.spend();
            Accountant accountant = evaluation.accountant();
            long mark = accountant.held();
            StringBuilder text = new StringBuilder();
            for (TextPart part : parts) {
                accountant.spend(1);
                text.append(text(part, evaluation));
                accountant.checkText(text.length());
                accountant.release(mark);
            }
            accountant.makeText(text.length());
            return Text.node(text.toString());
        }

        private String text(TextPart part, Evaluation evaluation) {
            JsonNode value;
            try {
                value = part.term.value(evaluation);
            } catch (Failure failure) {
                if (failure.isLimit()) {
                    throw failure;
                }
                return part.shown();
            }
            if (!Values.isNothing(value)) {
                return Text.of(value, evaluation.accountant());
            }
            if (nullsKept) {
                return part.shown();
            }
            throw Failure.fatal("%s is null, which cannot be put into a text", part.shown());
        }
    }
}
