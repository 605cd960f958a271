package dev.linekeeper.template.function.logic;

import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.JsNumbers;
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
        put(functions, "isInteger", JsNumbers::isInteger);
        put(functions, "isFloat", value -> JsNumbers.isNumber(value) && !JsNumbers.isInteger(value));
    }

    private static void put(FunctionRegistry functions, String name, Predicate<JsonNode> test) {
        functions.put(name + "(any): boolean", (args, env) -> Values.of(test.test(args[0])));
    }
}
