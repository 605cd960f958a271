package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.CallSyntax;
import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionDefinition.PlainFunction;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Values;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Calls of functions that want all their arguments evaluated. */
final class CallTerms {
    private CallTerms() {}

    /** A call that fails when an argument does. */
    record OrdinaryCall(PlainFunction function, CallSyntax call, List<Term> arguments) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            evaluation.spend();
            JsonNode[] values = new JsonNode[arguments.size()];
            for (int index = 0; index < values.length; index++) {
                JsonNode value = arguments.get(index).value(evaluation);
                if (!function.check().accepts(value)) {
                    throw Failure.of("%s is not %s."
                            .formatted(call.argument(index), function.check().wanted()));
                }
                values[index] = value;
            }
            return apply(function, values, evaluation.environment());
        }
    }

    /** A call that is false when an argument fails or is unfit. */
    record TestCall(PlainFunction function, List<Term> arguments) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            evaluation.spend();
            JsonNode[] values = new JsonNode[arguments.size()];
            for (int index = 0; index < values.length; index++) {
                try {
                    values[index] = arguments.get(index).value(evaluation);
                } catch (Failure failure) {
                    if (failure.isRecoverable()) {
                        return Values.of(false);
                    }
                    throw failure;
                }
                if (!function.check().accepts(values[index])) {
                    return Values.of(false);
                }
            }
            return apply(function, values, evaluation.environment());
        }
    }

    /** A call of a function nobody knows. */
    record UnknownCall(String name) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            throw Failure.fatal("Unknown function %s".formatted(name));
        }
    }

    private static JsonNode apply(PlainFunction function, JsonNode[] values, Environment environment) {
        try {
            return function.body().apply(values, environment);
        } catch (Failure failure) {
            throw failure;
        } catch (RuntimeException e) {
            throw Failure.of("%s failed: %s".formatted(function.name(), e.getMessage()));
        }
    }
}
