package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.CallSyntax;
import dev.linekeeper.template.function.FunctionDefinition.PlainFunction;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Values;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Calls of functions that want all their arguments evaluated. */
final class CallTerms {
    /** Steps of an exception that remembers where it came from. */
    private static final int UNFORESEEN = 400;

    private CallTerms() {}

    /** A call that fails when an argument does. */
    record OrdinaryCall(PlainFunction function, CallSyntax call, List<Term> arguments) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            Accountant accountant = evaluation.accountant();
            long mark = accountant.held();
            function.tariff().call(accountant);
            JsonNode[] values = new JsonNode[arguments.size()];
            for (int index = 0; index < values.length; index++) {
                JsonNode value = arguments.get(index).value(evaluation);
                function.tariff().argument(value, accountant);
                if (!function.check().accepts(value)) {
                    throw Failure.of(
                            "%s is not %s.",
                            call.argument(index), function.check().wanted());
                }
                values[index] = value;
            }
            return apply(function, values, mark, evaluation);
        }
    }

    /** A call that is false when an argument fails or is unfit. */
    record TestCall(PlainFunction function, List<Term> arguments) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            Accountant accountant = evaluation.accountant();
            long mark = accountant.held();
            function.tariff().call(accountant);
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
                function.tariff().argument(values[index], accountant);
                if (!function.check().accepts(values[index])) {
                    return Values.of(false);
                }
            }
            return apply(function, values, mark, evaluation);
        }
    }

    /** A call of a function nobody knows. */
    record UnknownCall(String name) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            throw Failure.fatal("Unknown function %s", name);
        }
    }

    /** The value; what has been made since the mark and is not in it is no longer held. */
    private static JsonNode apply(PlainFunction function, JsonNode[] values, long mark, Evaluation evaluation) {
        try {
            JsonNode value = function.body().apply(values, evaluation.environment());
            function.tariff().result(value, values, evaluation.accountant());
            evaluation.accountant().release(mark, value);
            return value;
        } catch (Failure failure) {
            throw failure;
        } catch (RuntimeException e) {
            evaluation.accountant().spend(UNFORESEEN);
            throw Failure.of("%s failed: %s", function.name(), String.valueOf(e.getMessage()));
        }
    }
}
