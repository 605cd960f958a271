package dev.linekeeper.template.expression;

import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms that evaluate an argument for each item of a list, or for each property of an object. */
final class LambdaTerms {
    /** A place in a list and a number in it, a property with its value. */
    private static final int BYTES_A_RESULT = 32;

    private static final int BYTES_A_PAIR = 280;

    private LambdaTerms() {}

    /** What every item becomes. */
    record ForeachTerm(Term items, String name, Term body) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            JsonNode instance = items.value(evaluation);
            if (!Values.isTruthy(instance)) {
                throw Failure.of("There are no items.");
            }
            ArrayNode results = Values.list();
            for (JsonNode item : itemsOf(instance, evaluation)) {
                evaluation.accountant().hold(instance.isArray() ? BYTES_A_RESULT : BYTES_A_PAIR);
                Values.add(results, evaluation.with(name, item, body));
            }
            return results;
        }
    }

    /** The items for which the condition holds; of an object, the properties. */
    record WhereTerm(Term items, String name, Term condition) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            JsonNode instance = items.value(evaluation);
            List<JsonNode> kept = new ArrayList<>();
            for (JsonNode item : itemsOf(instance, evaluation)) {
                if (holds(name, item, condition, evaluation)) {
                    evaluation.accountant().hold(instance.isArray() ? BYTES_A_RESULT : BYTES_A_PAIR);
                    kept.add(item);
                }
            }
            if (instance.isArray()) {
                return Values.list(kept);
            }
            ObjectNode object = Values.object();
            kept.forEach(item -> object.set(item.get("key").stringValue(), item.get("value")));
            return object;
        }
    }

    /** Whether the condition holds for an item, or for all. */
    record QuantifiedTerm(Term items, String name, Term condition, boolean all) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            for (JsonNode item : itemsOf(items.value(evaluation), evaluation)) {
                if (holds(name, item, condition, evaluation) != all) {
                    return Values.of(!all);
                }
            }
            return Values.of(all);
        }
    }

    private static boolean holds(String name, JsonNode item, Term condition, Evaluation evaluation) {
        try {
            return Values.isTrue(evaluation.with(name, item, condition));
        } catch (Failure failure) {
            if (failure.isRecoverable()) {
                return false;
            }
            throw failure;
        }
    }

    /** The items of a list, and of an object or bytes pairs of a key and a value, which are made when they are wanted. */
    private static Iterable<JsonNode> itemsOf(JsonNode instance, Evaluation evaluation) {
        evaluation.accountant().spend(1L + instance.size());
        if (instance.isArray()) {
            return instance.values();
        }
        if (instance.isObject()) {
            return () -> Values.properties(instance).stream()
                    .<JsonNode>map(property ->
                            Values.object().put("key", property.getKey()).set("value", property.getValue()))
                    .iterator();
        }
        if (instance.isBinary()) {
            byte[] bytes = instance.binaryValue();
            evaluation.accountant().spend(bytes.length);
            return () -> IntStream.range(0, bytes.length)
                    .<JsonNode>mapToObj(place ->
                            Values.object().put("key", String.valueOf(place)).put("value", bytes[place] & 0xff))
                    .iterator();
        }
        if (instance.isNull()) {
            throw Failure.fatal("null has no items.");
        }
        throw Failure.of("%s is neither a list nor an object.", instance);
    }
}
