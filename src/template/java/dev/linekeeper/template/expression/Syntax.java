package dev.linekeeper.template.expression;

import dev.linekeeper.template.function.FunctionDefinition;
import dev.linekeeper.template.function.ValueKind;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
            this(function, arguments, 1 + deepest(arguments));
        }

        private static int deepest(List<Syntax> arguments) {
            int deepest = 0;
            for (Syntax argument : arguments) {
                deepest = Math.max(deepest, argument.depth());
            }
            return deepest;
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

    /** Expressions written out again, the way the official engine does: cards that show an unanswered binding show this. */
    final class ExpressionText {
        private ExpressionText() {}

        static String of(ConstantSyntax constant) {
            return switch (constant.value().getNodeType()) {
                case STRING -> quote(constant.value().stringValue());
                case OBJECT, ARRAY -> Text.json(constant.value(), Accountant.unlimited());
                default -> Text.of(constant.value(), Accountant.unlimited());
            };
        }

        private static String quote(String text) {
            StringBuilder quoted = new StringBuilder("'");
            for (int index = 0; index < text.length(); index++) {
                char c = text.charAt(index);
                switch (c) {
                    case '\\' -> quoted.append("\\\\");
                    case '\'' -> quoted.append(quoted.charAt(quoted.length() - 1) == '\\' ? "'" : "\\'");
                    default -> quoted.append(c);
                }
            }
            return quoted.append('\'').toString();
        }

        static String of(CallSyntax call) {
            if (call.is("Accessor")
                    && call.argument(0) instanceof ConstantSyntax name
                    && name.value().isString()) {
                String property = name.value().stringValue();
                return call.arguments().size() == 1 ? property : call.argument(1) + "." + property;
            }
            if (call.is("Element") && call.arguments().size() == 2) {
                return call.argument(0) + "[" + call.argument(1) + "]";
            }
            String name = call.function().name();
            boolean infix = call.arguments().size() >= 2 && !name.isEmpty() && !Scan.isLetter(name.charAt(0));
            return call.arguments().stream()
                    .map(Syntax::toString)
                    .collect(Collectors.joining(infix ? " " + name + " " : ", ", infix ? "(" : name + "(", ")"));
        }
    }
}
