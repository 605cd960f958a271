package dev.linekeeper.template.function;

import java.util.Set;

/** A function by its proper name: what it returns and what it takes. */
public sealed interface FunctionDefinition {
    /** The proper name: {@code add} is {@code +}. */
    String name();

    /** The kinds of value it may return. */
    Set<ValueKind> returns();

    /** What it takes. */
    FunctionSignature signature();

    /**
     * A function of its evaluated arguments.
     *
     * @param check what each argument must be
     * @param conduct how it takes missing and failed arguments
     * @param steady whether equal arguments always give an equal value, so that constants can be computed once
     * @param body what it does
     * @param tariff what a call costs
     */
    record PlainFunction(
            String name,
            Set<ValueKind> returns,
            FunctionSignature signature,
            ArgumentCheck check,
            Conduct conduct,
            boolean steady,
            FunctionBody body,
            Tariff tariff)
            implements FunctionDefinition {}

    /** A form with rules of its own for evaluating its arguments; the expression package knows each by its name. */
    record SpecialForm(String name, Set<ValueKind> returns, FunctionSignature signature)
            implements FunctionDefinition {}

    /** A function nobody knows: it may stand in a template, and fails when it is called. */
    record UnknownFunction(String name) implements FunctionDefinition {
        @Override
        public Set<ValueKind> returns() {
            return Set.of(ValueKind.STRING);
        }

        @Override
        public FunctionSignature signature() {
            return FunctionSignature.of("any...");
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
