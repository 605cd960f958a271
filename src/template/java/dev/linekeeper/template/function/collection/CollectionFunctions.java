package dev.linekeeper.template.function.collection;

import static dev.linekeeper.template.function.ArgumentCheck.LIST;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
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
            throw Failure.of("%s is not a list.", value);
        }
        return value;
    }

    private static JsonNode join(JsonNode[] args, Environment env) {
        JsonNode list = list(args[0]);
        Accountant accountant = env.accountant();
        String separator = separator(args[args.length == 3 && list.size() < 3 ? 2 : 1], accountant);
        if (args.length == 2 || list.size() < 3) {
            return Text.node(Text.join(list, separator, accountant));
        }
        int last = list.size() - 1;
        String joined = Text.join(SequenceFunctions.slice(list, 0, last), separator, accountant);
        String end = Text.of(args[2], accountant) + Text.of(list.get(last), accountant);
        accountant.makeText((long) joined.length() + end.length());
        return Text.node(joined + end);
    }

    private static String separator(JsonNode value, Accountant accountant) {
        return value.isMissingNode() ? "," : Text.of(value, accountant);
    }

    private static JsonNode union(JsonNode[] args, Environment env) {
        IdentityItems all = new IdentityItems();
        for (JsonNode list : args) {
            env.accountant().makeItems(list.size(), IdentityItems.BYTES_EACH);
            list.forEach(item -> all.add(item, env.accountant()));
        }
        return all.toList();
    }

    private static JsonNode intersection(JsonNode[] args, Environment env) {
        IdentityItems common = new IdentityItems();
        args[0].forEach(item -> common.add(item, env.accountant()));
        for (JsonNode list : args) {
            env.accountant().makeItems(list.size(), IdentityItems.BYTES_EACH);
            IdentityItems others = new IdentityItems();
            list.forEach(item -> others.add(item, env.accountant()));
            common.retain(others);
        }
        return common.toList();
    }

    private static JsonNode flatten(JsonNode[] args, Environment env) {
        JsonNode flat = list(args[0]);
        double depth = args.length > 1 ? args[1].isNumber() ? JsNumbers.toDouble(args[1]) : 1 : DEEPEST_FLATTENING;
        for (int level = 0; level < Math.max(1, depth) && flat.valueStream().anyMatch(JsonNode::isArray); level++) {
            env.accountant().spend(flat.size() + 1L);
            env.accountant()
                    .makeItems(flat.valueStream()
                            .mapToLong(item -> item.isArray() ? item.size() : 1)
                            .sum());
            ArrayNode next = Values.list();
            for (JsonNode item : flat) {
                if (item.isArray()) {
                    item.forEach(next::add);
                } else {
                    next.add(item);
                }
            }
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
        throw Failure.of("%s is neither a list nor an object.", value);
    }
}
