package dev.linekeeper.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Programs that want all the time and all the memory there is, as lines for {@code expand}. */
public final class HostilePrograms {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What the programs work on, by the name of the property; each line carries what it names. */
    private static final Map<String, Object> DATA = Map.ofEntries(
            Map.entry("s", "a".repeat(100_000)),
            Map.entry("t", "a".repeat(50_000) + "b"),
            Map.entry("u", "é€ß".repeat(33_000)),
            Map.entry("w", " x".repeat(50_000)),
            Map.entry("n", "7".repeat(28_000)),
            Map.entry("h", "y".repeat(300)),
            Map.entry("list", IntStream.range(0, 100_000).boxed().toList()),
            Map.entry(
                    "parts", IntStream.range(0, 100_000).mapToObj(i -> i * 1.1).toList()),
            Map.entry(
                    "texts", IntStream.range(0, 100_000).mapToObj(i -> "t" + i).toList()),
            Map.entry(
                    "objs",
                    IntStream.range(0, 20_000)
                            .mapToObj(i -> Map.of("k", i * 0.7, "v", "x" + i))
                            .toList()),
            Map.entry("wide", IntStream.range(0, 20_000).boxed().collect(Collectors.toMap(i -> "p" + i, i -> i))),
            Map.entry("places", IntStream.range(0, 20_000).boxed().collect(Collectors.toMap(String::valueOf, i -> i))),
            Map.entry("equal", equalHashes(16)),
            Map.entry("brackets", "[".repeat(100_000)),
            Map.entry("dots", ".".repeat(50_000) + "x"),
            Map.entry("ats", "http://" + "@".repeat(50_000)),
            Map.entry("path", "http://a/" + "../b/".repeat(20_000)),
            Map.entry("host", "http://" + "ü".repeat(50_000) + "/"),
            Map.entry("json", "[" + "{},".repeat(30_000) + "{}]"),
            Map.entry("xml", "<r>" + "<a b='1'>x</a>".repeat(3_000) + "</r>"),
            Map.entry("nest", "<a>".repeat(2_000) + "</a>".repeat(2_000)));

    private static final int LONG = 100_000;

    /** What long texts are made of. */
    private static final List<String> CHARACTERS =
            List.of("7", "a", " x", "(", "%4", "<a>", "{\"a\":", "P1", "é€", "e\u0301", "[*", "\\");

    private static final Set<String> NO_TEXT =
            Set.of("int", "num", "ticks", "epoch", "list", "nested", "objs", "obj", "path");

    private static final String[] TEXTS = {"s", "t", "u", "w", "n", "h", "'x'", "brackets", "string(x)", "concat(h, x)"
    };
    private static final String[] ANYTHING = {
        "s",
        "x",
        "list",
        "texts",
        "objs",
        "wide",
        "places",
        "x / 7",
        "null",
        "binary(s)",
        "[[x], {a: x}]",
        "range(x, 9)"
    };

    /** Hostile arguments by the kinds of {@code template/calls.txt}; any other kind has those of a text. */
    private static final Map<String, String[]> ARGUMENTS = Map.ofEntries(
            Map.entry("any", ANYTHING),
            Map.entry("int", new String[] {"x", "1", "0", "99", "5000", "-1"}),
            Map.entry("num", new String[] {"x", "x / 7", "1e0", "0.1"}),
            Map.entry("ticks", new String[] {"x", "636503904000000000", "ticks('2018-01-01T08:00:00.000Z')"}),
            Map.entry("epoch", new String[] {"x", "x / 7"}),
            Map.entry("list", new String[] {"list", "texts", "parts", "objs", "equal", "foreach(list, y, s)", "[x]"}),
            Map.entry("nested", new String[] {"[objs, objs]", "foreach(list, y, list)", "[[[[x]]]]"}),
            Map.entry("objs", new String[] {"objs", "texts", "foreach(list, y, wide)"}),
            Map.entry("obj", new String[] {"wide", "places", "{a: x}", "objs[0]"}),
            Map.entry("key", new String[] {"'k'", "'v'", "'P19999'", "string(x)", "s", "dots"}),
            Map.entry("path", new String[] {"a", "list[5]", "wide.p7", "wide.x"}),
            Map.entry("time", new String[] {"'2018-03-15T13:00:00.111Z'", "'2018-13-15T13:00:00.111Z'", "s"}),
            Map.entry("written", new String[] {"'Mar 15, 2018'", "'rubbish'", "string(x)", "s", "'2018'", "n"}),
            Map.entry("local", new String[] {"'2018-03-25T02:30:00.000'", "'rubbish'"}),
            Map.entry("format", new String[] {"'yyyy-MM-dd'", "brackets", "s", "concat('[', s, ']')", "dots"}),
            Map.entry("zone", new String[] {"'Pacific Standard Time'", "'Europe/Berlin'", "'No/Where'", "s"}),
            Map.entry("unit", new String[] {"'Day'", "'Month'", "s"}),
            Map.entry(
                    "timex", new String[] {"concat('P', n)", "concat('PT', n, '.', n)", "'T14:20'", "{month: x}", "s"}),
            Map.entry("regex", new String[] {"'(a*)*b'", "'(a|a)*c'", "'^[a-z]+$'", "concat('x', x)", "'.*.*.*c'"}),
            Map.entry("pattern", new String[] {"'(a*)*b'", "'(a?){500}b'", "'(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)z'", "s"}),
            Map.entry("locale", new String[] {"'de-DE'", "'no locale'", "'fr-FR'"}),
            Map.entry("base64", new String[] {"base64(s)", "s", "u"}),
            Map.entry("datauri", new String[] {"dataUri(s)", "s"}),
            Map.entry("percent", new String[] {"uriComponent(u)", "u", "'%'", "s"}),
            Map.entry("jsontext", new String[] {"json", "'[1,2]'", "brackets", "'{\"a\":1}'"}),
            Map.entry("xmltext", new String[] {"xml", "nest", "'<r><i/></r>'", "s"}),
            Map.entry("xpath", new String[] {"'count(//*)'", "'//*[count(//*)>1]'", "'//a/following::*'", "'/r/a'"}),
            Map.entry("query", new String[] {"'..*'", "'.*'", "'.{.k > 1}'", "'.{.v *= \"9\"}'", "'.{..* == ..*}'"}),
            Map.entry("uri", new String[] {"ats", "path", "host", "'https://a.b/c'", "s"}));

    private HostilePrograms() {}

    private static List<String> equalHashes(int pairs) {
        return IntStream.range(0, 1 << pairs)
                .mapToObj(bits -> IntStream.range(0, pairs)
                        .mapToObj(at -> (bits >> at & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()))
                .toList();
    }

    /** Calls of {@code template/calls.txt}, with random hostile arguments, a hundred thousand times and more. */
    public static List<String> calls(long seed, int each, int most) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> programs = new ArrayList<>();
        for (String shape : shapes()) {
            Set<String> calls = new LinkedHashSet<>();
            for (int round = 0; round < each; round++) {
                calls.add(call(shape.split(" "), random));
            }
            for (String call : calls) {
                programs.add("count(foreach(range(0, 100000), x, count(foreach(range(0, 100), z, %s || true))))"
                        .formatted(call));
                programs.add("count(foreach(range(0, 100000), x, %s))".formatted(call));
            }
        }
        return some(programs, seed, most);
    }

    /** Calls of {@code template/calls.txt} whose every text has a hundred thousand characters, of one kind in each call. */
    public static List<String> longTexts(long seed, int most) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> programs = new ArrayList<>();
        for (String shape : shapes()) {
            for (int kind = 0; kind < CHARACTERS.size(); kind++) {
                programs.add("foreach(range(0, 3), x, %s)".formatted(call(shape.split(" "), random, "long" + kind)));
            }
        }
        return some(programs, seed, most);
    }

    /** Lines of those many, in random order. */
    private static List<String> some(List<String> programs, long seed, int most) {
        Collections.shuffle(programs, new Random(seed));
        return programs.stream().limit(most).map(HostilePrograms::expression).toList();
    }

    private static String call(String[] shape, SplittableRandom random, String... texts) {
        List<String> arguments = new ArrayList<>();
        for (int index = 1; index < shape.length; index++) {
            String[] from = texts.length == 0 || NO_TEXT.contains(shape[index])
                    ? ARGUMENTS.getOrDefault(shape[index], TEXTS)
                    : texts;
            arguments.add(from[random.nextInt(from.length)]);
        }
        return shape[0] + "(" + String.join(", ", arguments) + ")";
    }

    /** A line with an expression, and of the data what it names. */
    public static String expression(String expression) {
        ObjectNode line = MAPPER.createObjectNode().put("expression", expression);
        return MAPPER.writeValueAsString(line.set("data", data(expression)));
    }

    /** A line with a template, and of the data what it names. */
    public static String template(String json) {
        ObjectNode line = MAPPER.createObjectNode();
        line.set("template", MAPPER.readTree(json));
        return MAPPER.writeValueAsString(line.set("data", data(json)));
    }

    private static ObjectNode data(String named) {
        ObjectNode data = MAPPER.createObjectNode();
        DATA.forEach((name, value) -> {
            if (named.matches("(?s).*\\b" + name + "\\b.*")) {
                data.set(name, MAPPER.valueToTree(value));
            }
        });
        for (int kind = 0; kind < CHARACTERS.size(); kind++) {
            if (named.matches("(?s).*\\blong" + kind + "\\b.*")) {
                data.put(
                        "long" + kind,
                        CHARACTERS.get(kind).repeat(LONG / CHARACTERS.get(kind).length()));
            }
        }
        return data;
    }

    private static List<String> shapes() {
        try (InputStream in = HostilePrograms.class.getResourceAsStream("/template/calls.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
