package dev.linekeeper.template.expression;

import dev.linekeeper.template.function.Definition;
import dev.linekeeper.template.function.Kind;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** An expression as it was understood; its text is how messages and unanswered bindings show it. */
sealed interface Syntax {
    /** The kinds of value it may yield. */
    Set<Kind> kinds();

    /** How many levels of calls it has. */
    int depth();

    /** A value that stands for itself. */
    record Constant(JsonNode value) implements Syntax {
        static Constant of(String text) {
            return new Constant(StringNode.valueOf(text));
        }

        @Override
        public Set<Kind> kinds() {
            return Kind.of(value);
        }

        @Override
        public int depth() {
            return 1;
        }

        @Override
        public String toString() {
            return Unparsed.of(this);
        }
    }

    /** A function or operator with its arguments; property access and indexing are calls too. */
    record Call(Definition function, List<Syntax> arguments, int depth) implements Syntax {
        Call(Definition function, List<Syntax> arguments) {
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
        public Set<Kind> kinds() {
            return function.returns();
        }

        @Override
        public String toString() {
            return Unparsed.of(this);
        }
    }
}
