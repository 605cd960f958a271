package dev.linekeeper.template.function;

import java.util.Set;

/** A function by its proper name: what it returns and what it takes. */
public sealed interface Definition {
    /** The proper name: {@code add} is {@code +}. */
    String name();

    /** The kinds of value it may return. */
    Set<Kind> returns();

    /** What it takes. */
    Signature signature();

    /**
     * A function of its evaluated arguments.
     *
     * @param check what each argument must be
     * @param conduct how it takes missing and failed arguments
     * @param steady whether equal arguments always give an equal value, so that constants can be computed once
     * @param body what it does
     */
    record Plain(
            String name,
            Set<Kind> returns,
            Signature signature,
            Check check,
            Conduct conduct,
            boolean steady,
            Body body)
            implements Definition {}

    /** A form with rules of its own for evaluating its arguments; the expression package knows each by its name. */
    record Form(String name, Set<Kind> returns, Signature signature) implements Definition {}

    /** A function nobody knows: it may stand in a template, and fails when it is called. */
    record Unknown(String name) implements Definition {
        @Override
        public Set<Kind> returns() {
            return Set.of(Kind.STRING);
        }

        @Override
        public Signature signature() {
            return Signature.of("any...");
        }
    }

    /** How a function takes arguments that are missing or failed. */
    enum Conduct {
        /** A failed argument is a failed call; a missing property is the binding's own text. */
        ORDINARY,
        /** A failed or unfit argument makes it false; a missing property is undefined. */
        COMPARISON,
        /** A failed argument makes it false; a missing property is the binding's own text. */
        LENIENT
    }
}
