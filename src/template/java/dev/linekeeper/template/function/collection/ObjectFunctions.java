package dev.linekeeper.template.function.collection;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.function.query.JsonText;
import dev.linekeeper.template.function.query.Query;
import dev.linekeeper.template.function.query.QueryParser;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Building and changing objects; always a changed copy, never the object itself. A list has no properties to change and is
 * returned as it is.
 */
public final class ObjectFunctions {
    private ObjectFunctions() {}

    /** Registers the functions. */
    public static void register(FunctionRegistry functions) {
        functions.putForm("getProperty(any, string?): any");
        functions.putForm("setPathToValue(any, any): any");
        functions.put("json(string): any", JsonText::parse);
        functions.put("addProperty(any, string, any): any", ObjectFunctions::addProperty);
        functions.put("setProperty(any, string, any): any", ObjectFunctions::setProperty);
        functions.put("removeProperty(any, string): any", ObjectFunctions::removeProperty);
        functions.put("jPath(any, string): any", ObjectFunctions::jPath);
        functions.put("merge(any, any...): any", ObjectFunctions::merge);
    }

    private static JsonNode addProperty(JsonNode[] args, Environment env) {
        if (args[0].isArray()) {
            return args[0];
        }
        ObjectNode copy = copy(args[0], env);
        String name = Text.of(args[1], env.accountant());
        if (copy.has(name)) {
            throw Failure.of("%s already exists.", name);
        }
        return put(copy, name, args[2]);
    }

    private static JsonNode setProperty(JsonNode[] args, Environment env) {
        return args[0].isArray() ? args[0] : put(copy(args[0], env), Text.of(args[1], env.accountant()), args[2]);
    }

    private static JsonNode put(ObjectNode object, String name, JsonNode value) {
        return object.set(name, value);
    }

    private static JsonNode removeProperty(JsonNode[] args, Environment env) {
        if (!args[0].isObject() && !Values.isNothing(args[0])) {
            return args[0];
        }
        ObjectNode copy = copy(args[0], env);
        copy.remove(Text.of(args[1], env.accountant()));
        return copy;
    }

    private static ObjectNode copy(JsonNode value, Environment env) {
        if (!value.isObject()) {
            throw Failure.of("%s is not an object.", value);
        }
        env.accountant().makeProperties(value.size() + 1L);
        return Values.object().setAll((ObjectNode) value);
    }

    /** {@code jPath(value or JSON text, path)}. */
    private static JsonNode jPath(JsonNode[] args, Environment env) {
        JsonNode value = args[0].isString() ? JsonText.parse(args[0].stringValue(), env) : args[0];
        if (!value.isContainer() && !value.isNull() && !args[0].isString()) {
            throw Failure.of("%s is neither an object nor JSON.", args[0]);
        }
        if (Values.isNothing(args[1])) {
            throw Failure.of("There is no path.");
        }
        String path = Text.of(args[1], env.accountant());
        env.accountant().spend(path.length() * 8L);
        Query query = QueryParser.parse(path);
        JsonNode found = new Query.QueryRun(value, env.accountant()).evaluate(query, value);
        return query instanceof Query.PathQuery way && way.isSingle() ? Query.first(found) : found;
    }

    private static JsonNode merge(JsonNode[] args, Environment env) {
        ObjectNode merged = Values.object();
        for (JsonNode value : args) {
            if (value.isArray()) {
                value.forEach(item -> mergeInto(merged, item, env));
            } else {
                mergeInto(merged, value, env);
            }
        }
        return merged;
    }

    private static void mergeInto(ObjectNode merged, JsonNode object, Environment env) {
        if (!object.isObject()) {
            throw Failure.of("%s must be an object.", object);
        }
        env.accountant().makeProperties(object.size());
        merged.setAll((ObjectNode) object);
    }
}
