package dev.linekeeper.template.function;

import static dev.linekeeper.template.function.Check.ANYTHING;
import static dev.linekeeper.template.function.Kind.OBJECT;
import static dev.linekeeper.template.function.Kind.STRING;
import static dev.linekeeper.template.function.Signature.takes;

import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Building and changing objects; always a changed copy, never the object itself. A list has no properties to change and is
 * returned as it is.
 */
final class ObjectFunctions {
    private ObjectFunctions() {}

    static void register(Library.Shelf shelf) {
        shelf.putForm("getProperty", OBJECT, takes(OBJECT).maybe(STRING));
        shelf.putForm("setPathToValue", OBJECT, takes(OBJECT, OBJECT));
        shelf.put("json", OBJECT, takes(STRING), ANYTHING, JsonText::parse);
        shelf.put("addProperty", OBJECT, takes(OBJECT, STRING, OBJECT), ANYTHING, ObjectFunctions::addProperty);
        shelf.put("setProperty", OBJECT, takes(OBJECT, STRING, OBJECT), ANYTHING, ObjectFunctions::setProperty);
        shelf.put("removeProperty", OBJECT, takes(OBJECT, STRING), ANYTHING, ObjectFunctions::removeProperty);
        shelf.put("jPath", OBJECT, takes(OBJECT, STRING), ANYTHING, QueryEvaluation::jPath);
        shelf.put("merge", OBJECT, takes(OBJECT).andMore(OBJECT), ANYTHING, ObjectFunctions::merge);
    }

    private static JsonNode addProperty(JsonNode[] args, Environment env) {
        if (args[0].isArray()) {
            return args[0];
        }
        ObjectNode copy = copy(args[0], env);
        String name = Text.of(args[1]);
        if (copy.has(name)) {
            throw Failure.of("%s already exists.".formatted(name));
        }
        return put(copy, name, args[2]);
    }

    private static JsonNode setProperty(JsonNode[] args, Environment env) {
        return args[0].isArray() ? args[0] : put(copy(args[0], env), Text.of(args[1]), args[2]);
    }

    private static JsonNode put(ObjectNode object, String name, JsonNode value) {
        return object.set(name, value);
    }

    private static JsonNode removeProperty(JsonNode[] args, Environment env) {
        if (!args[0].isObject() && !Values.isNothing(args[0])) {
            return args[0];
        }
        ObjectNode copy = copy(args[0], env);
        copy.remove(Text.of(args[1]));
        return copy;
    }

    private static ObjectNode copy(JsonNode value, Environment env) {
        if (!value.isObject()) {
            throw Failure.of("%s is not an object.".formatted(Text.of(value)));
        }
        env.budget().spendItems(value.size());
        return Values.object().setAll((ObjectNode) value);
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
            throw Failure.of("%s must be an object.".formatted(Text.of(object)));
        }
        env.budget().spendItems(object.size());
        merged.setAll((ObjectNode) object);
    }
}
