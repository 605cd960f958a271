package dev.linekeeper.template.function.collection;

import static dev.linekeeper.template.function.ArgumentCheck.LIST;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Lists, and what works alike on lists, texts and objects. */
public final class CollectionFunctions {
    private static final int DEEPEST_FLATTENING = 100;

    private CollectionFunctions() {}

    /** Registers the functions. */
    public static void register(FunctionRegistry functions) {
        for (String lambda : List.of("foreach", "select", "where")) {
            functions.putForm(lambda + "(any, any, any): list");
        }
        functions.putForm("any(any, any, any): boolean");
        functions.putForm("all(any, any, any): boolean");
        functions.put("createArray(any...): list", (args, env) -> Values.list(List.of(args)));
        functions.put("join(list, string, string?): string", CollectionFunctions::join);
        functions.put("sortBy(list, string?): list", Sorting::ascending);
        functions.put("sortByDescending(list, string?): list", Sorting::descending);
        functions.put("union(list, list...): list", LIST, CollectionFunctions::union);
        functions.put("unique(list): list", LIST, CollectionFunctions::union);
        functions.put("intersection(list, list...): list", LIST, CollectionFunctions::intersection);
        functions.put("flatten(list, number?): list", CollectionFunctions::flatten);
        functions.put("indicesAndValues(any): list", (args, env) -> indicesAndValues(args[0]));
    }

    static JsonNode list(JsonNode value) {
        if (!value.isArray()) {
            throw Failure.of("%s is not a list.".formatted(Text.of(value)));
        }
        return value;
    }

    private static JsonNode join(JsonNode[] args, Environment env) {
        JsonNode list = list(args[0]);
        String separator = separator(args[args.length == 3 && list.size() < 3 ? 2 : 1]);
        env.budget().spend(list.size());
        env.budget().spendText((long) separator.length() * list.size());
        if (args.length == 2 || list.size() < 3) {
            return checked(Text.join(list, separator), env);
        }
        ArrayNode allButLast = Values.list(new ArrayList<>(list.values()).subList(0, list.size() - 1));
        JsonNode last = list.get(list.size() - 1);
        return checked(Text.join(allButLast, separator) + Text.of(args[2]) + Text.of(last), env);
    }

    private static JsonNode checked(String text, Environment env) {
        env.budget().spendText(text.length());
        return Text.node(text);
    }

    private static String separator(JsonNode value) {
        return value.isMissingNode() ? "," : Text.of(value);
    }

    private static JsonNode union(JsonNode[] args, Environment env) {
        IdentityItems all = new IdentityItems();
        for (JsonNode list : args) {
            env.budget().spendItems(list.size());
            list.forEach(all::add);
        }
        return all.toList();
    }

    private static JsonNode intersection(JsonNode[] args, Environment env) {
        IdentityItems common = new IdentityItems();
        args[0].forEach(common::add);
        for (JsonNode list : args) {
            env.budget().spend(list.size());
            IdentityItems others = new IdentityItems();
            list.forEach(others::add);
            common.retain(others);
        }
        return common.toList();
    }

    private static JsonNode flatten(JsonNode[] args, Environment env) {
        JsonNode flat = list(args[0]);
        double depth = args.length > 1 ? args[1].isNumber() ? JsNumbers.toDouble(args[1]) : 1 : DEEPEST_FLATTENING;
        for (int level = 0; level < Math.max(1, depth) && flat.valueStream().anyMatch(JsonNode::isArray); level++) {
            env.budget().spend(flat.size() + 1L);
            ArrayNode next = Values.list();
            for (JsonNode item : flat) {
                if (item.isArray()) {
                    item.forEach(next::add);
                } else {
                    next.add(item);
                }
            }
            env.budget().spendItems(next.size());
            flat = next;
        }
        return flat;
    }

    private static JsonNode indicesAndValues(JsonNode value) {
        ArrayNode pairs = Values.list();
        if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                pairs.add(Values.object().set("index", JsNumbers.of(index)).set("value", value.get(index)));
            }
            return pairs;
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> property : Values.properties(value)) {
                pairs.add(Values.object().put("index", property.getKey()).set("value", property.getValue()));
            }
            return pairs;
        }
        if (value.isNull()) {
            throw Failure.fatal("null has no indices and values.");
        }
        throw Failure.of("%s is neither a list nor an object.".formatted(Text.of(value)));
    }
}
