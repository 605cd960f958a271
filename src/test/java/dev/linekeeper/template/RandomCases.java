package dev.linekeeper.template;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random expressions, templates and data, made from the grammar: the same seed gives the same ones. */
final class RandomCases {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> WORDS =
            List.of("a", "B", "hello", "Hello World", "", "x y z", "0", "12", "-3.5", "true", "it's", "ü", "a,b,c");
    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "n",
            "s",
            "list",
            "objs",
            "obj",
            "nul",
            "missing",
            "flag",
            "obj.x",
            "obj.y.z",
            "list[0]",
            "objs[1].k",
            "A",
            "obj['x']");
    private static final List<String> NUMERIC = List.of("+", "-", "*", "/", "%", "^");
    private static final List<String> LOGIC = List.of("==", "!=", "<", "<=", ">", ">=", "&&", "||", "??", "&");

    private final SplittableRandom random;

    RandomCases(long seed) {
        random = new SplittableRandom(seed);
    }

    /** An object with something of every kind in it. */
    ObjectNode data() {
        ObjectNode data = MAPPER.createObjectNode();
        data.put("a", random.nextInt(-5, 20)).put("b", random.nextInt(40) / 4.0).put("n", random.nextInt(3));
        data.put("s", word()).put("flag", random.nextBoolean()).putNull("nul");
        ArrayNode list = data.putArray("list");
        for (int index = random.nextInt(4); index > 0; index--) {
            list.add(random.nextInt(5));
        }
        ArrayNode objects = data.putArray("objs");
        for (int index = random.nextInt(4); index > 0; index--) {
            objects.addObject().put("k", word()).put("v", random.nextInt(9));
        }
        data.putObject("obj").put("x", random.nextInt(9)).putObject("y").put("z", word());
        return data;
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    String expression() {
        return expression(random.nextInt(1, 4));
    }

    private String expression(int depth) {
        if (depth <= 0 || random.nextInt(5) == 0) {
            return atom();
        }
        int inner = depth - 1;
        return switch (random.nextInt(16)) {
            case 0, 1 -> expression(inner) + " " + pick(NUMERIC) + " " + expression(inner);
            case 2, 3 -> expression(inner) + " " + pick(LOGIC) + " " + expression(inner);
            case 4 -> "(" + expression(inner) + ")";
            case 5 -> pick(List.of("!", "-", "+")) + expression(inner);
            case 6 -> expression(inner) + " ? " + expression(inner) + " : " + expression(inner);
            case 7 -> "[" + expression(inner) + ", " + expression(inner) + "]";
            case 8 -> "{p: " + expression(inner) + ", 'q r': " + expression(inner) + "}";
            case 9 -> pick(List.of("list", "objs", "obj", "s")) + "[" + expression(inner) + "]";
            case 10 -> "`t ${" + expression(0) + "} \\$ ${" + atom() + "}`";
            case 11 -> lambda(inner);
            default -> call(inner);
        };
    }

    private String atom() {
        return switch (random.nextInt(6)) {
            case 0 -> String.valueOf(random.nextInt(30));
            case 1 -> random.nextInt(30) + "." + random.nextInt(100);
            case 2 -> "'" + word().replace("'", "\\'") + "'";
            case 3 -> pick(List.of("true", "false", "null", "undefined", "\"q\""));
            default -> pick(NAMES);
        };
    }

    private String lambda(int depth) {
        String function = pick(List.of("foreach", "select", "where", "any", "all"));
        String body = pick(List.of("x", "x.k", "x.v > 2", "x.key", "x.value", "x == 1", "concat(string(x), s)", "x.a"));
        return function + "(" + (random.nextBoolean() ? pick(List.of("list", "objs", "obj")) : expression(depth))
                + (random.nextBoolean() ? ", x, " : ", x => ") + body + ")";
    }

    private String call(int depth) {
        String[] shape = pick(SHAPES).split(" ");
        List<String> arguments = new ArrayList<>();
        for (int index = 1; index < shape.length; index++) {
            arguments.add(random.nextInt(8) == 0 ? expression(depth) : argument(shape[index], depth));
        }
        return shape[0] + "(" + String.join(", ", arguments) + ")";
    }

    private String argument(String kind, int depth) {
        return switch (kind) {
            case "num" ->
                random.nextBoolean()
                        ? pick(List.of("a", "b", "n", "obj.x", "3", "2.5", "0"))
                        : "int(" + expression(depth) + ")";
            case "int" -> pick(List.of("0", "1", "2", "3", "n", "-1", "10"));
            case "str" -> random.nextBoolean() ? "s" : "'" + word().replace("'", "\\'") + "'";
            case "list" ->
                pick(List.of("list", "objs", "[1, 'a', null]", "['b','a']", "createArray(3,1,2)", "split(s, ' ')"));
            case "obj" -> pick(List.of("obj", "{k: 1}", "json('{\"k\":[1]}')"));
            case "time" ->
                pick(List.of("'2018-03-15T13:00:00.111Z'", "'2020-02-29T00:00:00.000Z'", "'2019-12-31T23:59:59.999Z'"));
            case "unit" -> pick(List.of("'Day'", "'Month'", "'Year'", "'Hour'", "'Minute'", "'Second'", "'Week'"));
            case "format" ->
                pick(List.of(
                        "'yyyy-MM-dd'",
                        "'dd/MM/yy HH:mm:ss'",
                        "'dddd, d MMMM'",
                        "'h:mm tt'",
                        "'fff'",
                        "'o'",
                        "''",
                        "'ddd M'"));
            case "zone" ->
                pick(List.of(
                        "'Pacific Standard Time'",
                        "'Europe/Berlin'",
                        "'UTC'",
                        "'Asia/Kolkata'",
                        "'Tokyo Standard Time'"));
            case "regex" -> pick(List.of("'^[a-z]+$'", "'(?i)hello'", "'\\\\d{2}'", "'.'", "'[^ ]+ .*'"));
            case "locale" -> pick(List.of("'en-US'", "'de-DE'", "'fr-FR'"));
            default -> expression(depth);
        };
    }

    private static final List<String> SHAPES = List.of(
            "length str",
            "replace str str str",
            "split str str",
            "substring str int int",
            "toLower str",
            "toUpper str",
            "trim str",
            "endsWith str str",
            "startsWith str str",
            "countWord str",
            "addOrdinal int",
            "concat any any",
            "indexOf str str",
            "lastIndexOf str str",
            "indexOf list any",
            "sentenceCase str",
            "titleCase str",
            "and any any",
            "or any any",
            "not any",
            "if any any any",
            "equals any any",
            "exists any",
            "empty any",
            "contains list any",
            "contains str str",
            "contains obj str",
            "coalesce any any",
            "first any",
            "last any",
            "count any",
            "join list str",
            "join list str str",
            "skip list int",
            "take list int",
            "take str int",
            "subArray list int int",
            "union list list",
            "intersection list list",
            "unique list",
            "reverse str",
            "flatten list",
            "indicesAndValues list",
            "sum list",
            "average list",
            "max num num",
            "min num num",
            "max list",
            "floor num",
            "ceiling num",
            "round num",
            "round num int",
            "abs num",
            "sqrt num",
            "mod int int",
            "exp num int",
            "range int int",
            "add any any",
            "sub num num",
            "mul num num",
            "div num num",
            "float str",
            "int str",
            "string any",
            "bool any",
            "createArray any any",
            "base64 str",
            "dataUri str",
            "uriComponent str",
            "formatNumber num int",
            "formatNumber num int locale",
            "jsonStringify any",
            "isString any",
            "isInteger any",
            "isFloat any",
            "isArray any",
            "isObject any",
            "isBoolean any",
            "isDateTime any",
            "setProperty obj str any",
            "addProperty obj str any",
            "removeProperty obj str",
            "merge obj obj",
            "getProperty obj str",
            "addDays time int",
            "addHours time int format",
            "addToTime time int unit",
            "subtractFromTime time int unit format",
            "formatDateTime time format",
            "dayOfWeek time",
            "dayOfYear time",
            "date time",
            "startOfMonth time",
            "startOfDay time format",
            "dateTimeDiff time time",
            "convertFromUTC time zone format",
            "convertToUTC time zone",
            "getTimeOfDay time",
            "formatEpoch int format",
            "isMatch str regex",
            "dateReadBack time time",
            "sortBy list",
            "json str",
            "uriHost str",
            "ticks time",
            "nosuch any");

    /** A text of a template: plain, one binding, or a mixture. */
    private String text() {
        return switch (random.nextInt(5)) {
            case 0 -> word();
            case 1, 2 -> "${" + expression(random.nextInt(3)) + "}";
            case 3 -> word() + " ${" + pick(NAMES) + "} and ${" + expression(random.nextInt(2)) + "}!";
            default ->
                pick(List.of(
                        "${$data}",
                        "${$index}",
                        "${$root.s}",
                        "${$host.h}",
                        "${k} ${v}",
                        "${ $root.objs[0].k }",
                        "\\${a}",
                        "$ {a} ${"));
        };
    }

    JsonNode template() {
        return template(random.nextInt(1, 4));
    }

    private JsonNode template(int depth) {
        if (depth == 0) {
            return switch (random.nextInt(6)) {
                case 0 -> MAPPER.getNodeFactory().numberNode(random.nextInt(100));
                case 1 -> MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
                case 2 -> MAPPER.getNodeFactory().nullNode();
                default -> MAPPER.getNodeFactory().stringNode(text());
            };
        }
        if (random.nextInt(3) == 0) {
            ArrayNode list = MAPPER.createArrayNode();
            for (int index = random.nextInt(4); index > 0; index--) {
                list.add(template(depth - 1));
            }
            return list;
        }
        ObjectNode object = MAPPER.createObjectNode();
        if (random.nextInt(3) == 0) {
            object.put(
                    "$data",
                    pick(List.of(
                            "${objs}",
                            "${list}",
                            "${obj}",
                            "${$root}",
                            "${missing}",
                            "${where(objs, x, x.v > 3)}",
                            "${s}",
                            "${nul}")));
        }
        if (random.nextInt(4) == 0) {
            object.put(
                    "$when",
                    random.nextInt(5) == 0
                            ? pick(List.of("true", "", "x"))
                            : "${" + expression(random.nextInt(2)) + "}");
        }
        for (int index = random.nextInt(4); index > 0; index--) {
            object.set(
                    pick(List.of("type", "text", "items", "value", "${a}", "$root")), template(random.nextInt(depth)));
        }
        return object;
    }
}
