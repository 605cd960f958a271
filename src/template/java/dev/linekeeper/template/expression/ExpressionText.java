package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.CallSyntax;
import dev.linekeeper.template.expression.Syntax.ConstantSyntax;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Text;
import java.util.stream.Collectors;

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
