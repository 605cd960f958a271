package dev.linekeeper.template.function;

import static dev.linekeeper.template.function.Check.ANYTHING;
import static dev.linekeeper.template.function.Kind.BOOLEAN;
import static dev.linekeeper.template.function.Kind.OBJECT;
import static dev.linekeeper.template.function.Signature.takes;

import dev.linekeeper.template.value.Numbers;
import dev.linekeeper.template.value.Values;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Asking what a value is. */
final class TypeFunctions {
    private TypeFunctions() {}

    static void register(Library.Shelf shelf) {
        put(shelf, "isString", JsonNode::isString);
        put(shelf, "isBoolean", JsonNode::isBoolean);
        put(shelf, "isArray", JsonNode::isArray);
        put(shelf, "isObject", value -> value.isContainer() || value.isNull() || value.isBinary() || value.isPojo());
        put(shelf, "isInteger", Numbers::isInteger);
        put(shelf, "isFloat", value -> Numbers.isNumber(value) && !Numbers.isInteger(value));
    }

    private static void put(Library.Shelf shelf, String name, Predicate<JsonNode> test) {
        shelf.put(name, BOOLEAN, takes(OBJECT), ANYTHING, (args, env) -> Values.of(test.test(args[0])));
    }
}
