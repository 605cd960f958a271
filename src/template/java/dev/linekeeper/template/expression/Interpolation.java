package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.Call;
import dev.linekeeper.template.expression.Syntax.Constant;

/** Texts with bindings, which are calls of {@code concat} that begin with an empty text. */
final class Interpolation {
    private Interpolation() {}

    /** The only binding of a text that is nothing else, so that it keeps its type; otherwise the text as it is. */
    static Syntax single(Syntax text) {
        return text instanceof Call call
                        && call.is("concat")
                        && call.arguments().size() == 2
                        && call.argument(0) instanceof Constant empty
                        && empty.value().isString()
                        && empty.value().stringValue().isEmpty()
                        && !(call.argument(1) instanceof Constant)
                ? call.argument(1)
                : text;
    }
}
