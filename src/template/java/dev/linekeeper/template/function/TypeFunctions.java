package dev.linekeeper.template.function;

import dev.linekeeper.template.value.Numbers;
import dev.linekeeper.template.value.Values;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Asking what a value is. */
public final class TypeFunctions {
    private TypeFunctions() {}

    /** Registers the functions. */
    public static void register(FunctionRegistry functions) {
        put(functions, "isString", JsonNode::isString);
        put(functions, "isBoolean", JsonNode::isBoolean);
        put(functions, "isArray", JsonNode::isArray);
        put(
                functions,
                "isObject",
                value -> value.isContainer() || value.isNull() || value.isBinary() || value.isPojo());
        put(functions, "isInteger", Numbers::isInteger);
        put(functions, "isFloat", value -> Numbers.isNumber(value) && !Numbers.isInteger(value));
    }

    private static void put(FunctionRegistry functions, String name, Predicate<JsonNode> test) {
        functions.put(name + "(any): boolean", (args, env) -> Values.of(test.test(args[0])));
    }
}
