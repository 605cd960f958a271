package dev.linekeeper.template.expression;

import dev.linekeeper.template.function.FunctionDefinition;
import dev.linekeeper.template.function.ValueKind;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** An expression as it was understood; its text is how messages and unanswered bindings show it. */
sealed interface Syntax {
    /** The kinds of value it may yield. */
    Set<ValueKind> kinds();

    /** How many levels of calls it has. */
    int depth();

    /**
     * The only binding of a text that is nothing else, so that it keeps its type; otherwise the text as it is. A text with
     * bindings is a call of {@code concat} that begins with an empty text.
     */
    static Syntax single(Syntax text) {
        return text instanceof CallSyntax call
                        && call.is("concat")
                        && call.arguments().size() == 2
                        && call.argument(0) instanceof ConstantSyntax empty
                        && empty.value().isString()
                        && empty.value().stringValue().isEmpty()
                        && !(call.argument(1) instanceof ConstantSyntax)
                ? call.argument(1)
                : text;
    }

    /** A value that stands for itself. */
    record ConstantSyntax(JsonNode value) implements Syntax {
        static ConstantSyntax of(String text) {
            return new ConstantSyntax(StringNode.valueOf(text));
        }

        @Override
        public Set<ValueKind> kinds() {
            return ValueKind.of(value);
        }

        @Override
        public int depth() {
            return 1;
        }

        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }

    /** A function or operator with its arguments; property access and indexing are calls too. */
    record CallSyntax(FunctionDefinition function, List<Syntax> arguments, int depth) implements Syntax {
        CallSyntax(FunctionDefinition function, List<Syntax> arguments) {
            this(
                    function,
                    arguments,
                    1 + arguments.stream().mapToInt(Syntax::depth).max().orElse(0));
        }

        boolean is(String name) {
            return function.name().equals(name);
        }

        Syntax argument(int index) {
            return arguments.get(index);
        }

        @Override
        public Set<ValueKind> kinds() {
            return function.returns();
        }

        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }
}
