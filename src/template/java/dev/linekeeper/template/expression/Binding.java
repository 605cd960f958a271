package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.Call;
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
    public static Optional<Binding> in(String text, Options options) {
        return read(text, options).map(syntax -> {
            Compiler compiler = new Compiler(options, true);
            boolean isText = syntax instanceof Call call && call.is("concat");
            return new Binding(syntax, isText ? text((Call) syntax, compiler) : compiler.compile(syntax));
        });
    }

    /**
     * As {@link #in}, for a text that is a condition: what is not there is undefined, not shown as it is written.
     *
     * @throws TemplateException if a binding is not an expression, or can never have a value
     */
    public static Optional<Binding> conditionIn(String text, Options options) {
        return read(text, options).map(syntax -> new Binding(syntax, new Compiler(options, false).compile(syntax)));
    }

    private static Optional<Syntax> read(String text, Options options) {
        if (!text.contains("${")) {
            return Optional.empty();
        }
        Calls calls = new Calls(
                options.library(), !options.isStrict(), options.limits().maxNesting(), 0);
        if (!(Parser.parse("`" + text + "`", -1, calls) instanceof Call call) || !call.is("concat")) {
            return Optional.empty();
        }
        return Optional.of(Interpolation.single(call));
    }

    /** Every {@code concat} that is a whole binding is put together here, so that a part that fails shows alone. */
    private static Term text(Call call, Compiler compiler) {
        List<Part> parts = call.arguments().stream()
                .map(part -> new Part(compiler.compile(part), part))
                .toList();
        return new Joined(parts, compiler.options().keepsNulls());
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
    private record Part(Term term, Syntax syntax) {
        String shown() {
            return "${" + syntax + "}";
        }
    }

    /** The parts one after the other. A part that fails is shown as it was written, whatever the failure. */
    private record Joined(List<Part> parts, boolean nullsKept) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            evaluation.spend();
            StringBuilder text = new StringBuilder();
            for (Part part : parts) {
                text.append(text(part, evaluation));
                evaluation.environment().budget().spendText(text.length());
            }
            return Text.node(text.toString());
        }

        private String text(Part part, Evaluation evaluation) {
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
