package dev.linekeeper.template;

import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random expressions, templates and data, made from the grammar: the same seed gives the same ones. */
final class RandomCases {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    static final List<String> WORDS =
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
    private final RandomCalls calls;

    RandomCases(long seed) {
        random = new SplittableRandom(seed);
        calls = new RandomCalls(random, this::expression);
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
            default -> calls.call(inner);
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
