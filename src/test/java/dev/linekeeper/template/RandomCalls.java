package dev.linekeeper.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** Random calls of every function, with arguments of the kinds it takes and, now and then, of others. */
final class RandomCalls {
    /** The shapes of the calls; {@code newGuid} and {@code rand} are missing, because no two engines agree on chance. */
    private static final List<String> SHAPES = read();

    private static final Map<String, List<String>> ARGUMENTS = Map.ofEntries(
            kind("int", "0", "1", "2", "3", "n", "-1", "10"),
            kind("list", "list", "objs", "[1, 'a', null]", "['b','a']", "createArray(3,1,2)", "split(s, ' ')"),
            kind("nested", "[1,[2,[3,[4]]]]", "createArray(list, [list])", "[]"),
            kind("objs", "objs", "[{k: 2, v: 1}, {k: 1, v: 1}]", "[{k: 'b'}, {k: 'a'}]"),
            kind("obj", "obj", "{k: 1}", "json('{\"k\":[1]}')", "{a: {b: 'x & y'}}"),
            kind("key", "'k'", "'v'", "'x'", "'y'", "'obj.y.z'", "'missing'"),
            kind("test", "flag", "n > 1", "exists(s)", "1 / 0 == 2", "true"),
            kind("path", "a", "obj.x", "obj.new", "other.deep", "list[0]", "obj['x']"),
            kind("time", "'2018-03-15T13:00:00.111Z'", "'2020-02-29T00:00:00.000Z'", "'2019-12-31T23:59:59.999Z'"),
            kind(
                    "local",
                    "'2018-03-25T02:30:00.000'",
                    "'2020-10-25T02:30:00'",
                    "'2020-11-01T01:30:00.000'",
                    "'2020-03-08T02:30:00.000'",
                    "'2019-01-01T00:00:00.000'"),
            kind(
                    "written",
                    "'2018-03-15'",
                    "'2018-03'",
                    "'2018'",
                    "'2018-03-15T13:00'",
                    "'2018-03-15 13:00:05'",
                    "'2018-03-15T13:00:00+02:00'",
                    "'Thu, 15 Mar 2018 13:00:00 GMT'",
                    "'3/15/2018'",
                    "'Mar 15, 2018'",
                    "'2018-13-15'",
                    "''",
                    "'rubbish'"),
            kind("unit", "'Day'", "'Month'", "'Year'", "'Hour'", "'Minute'", "'Second'", "'Week'", "'Fortnight'"),
            kind(
                    "format",
                    "'yyyy-MM-dd'",
                    "'dd/MM/yy HH:mm:ss'",
                    "'dddd, d MMMM'",
                    "'h:mm tt'",
                    "'fff'",
                    "'o'",
                    "'R'",
                    "'yyyy zzz'",
                    "'hh:mm:ss.f'",
                    "''",
                    "'ddd M'"),
            kind(
                    "zone",
                    "'Pacific Standard Time'",
                    "'Europe/Berlin'",
                    "'UTC'",
                    "'Asia/Kolkata'",
                    "'Tokyo Standard Time'",
                    "'W. Europe Standard Time'",
                    "'Nowhere'"),
            kind("epoch", "1521118800", "1521118800.5", "-86400", "0"),
            kind(
                    "ticks",
                    "636503904000000000",
                    "621355968000000000",
                    "864000000000",
                    "a",
                    "ticks('2018-01-01T08:00:00.000Z')"),
            kind(
                    "timex",
                    "'2012-12-21'",
                    "'XXXX-12-21'",
                    "'XXXX-02-29'",
                    "'T14'",
                    "'T14:20'",
                    "'TXX:15:28'",
                    "'TXX:59:59'",
                    "'TEV'",
                    "'TMO'",
                    "'PT30M'",
                    "'P2W'",
                    "'2012-02'",
                    "'2012-W04'",
                    "'2012'",
                    "'XXXX-WXX-6'",
                    "'PRESENT_REF'",
                    "'2020-12-20T14'",
                    "'nonsense'"),
            kind("regex", "'^[a-z]+$'", "'(?i)hello'", "'\\\\d{2}'", "'.'", "'[^ ]+ .*'", "'(a|b)+?'", "'['"),
            kind("pattern", "'l+'", "'(\\\\w)\\\\s'", "'H'", "'[aeiou]'", "' '", "','"),
            kind("locale", "'en-US'", "'de-DE'", "'fr-FR'"),
            kind("base64", "'aGVsbG8='", "'w7w='", "'###'", "base64(s)", "''"),
            kind("datauri", "dataUri(s)", "'data:text/plain;charset=utf-8;base64,aGVsbG8='"),
            kind("percent", "uriComponent(s)", "'a%20b%C3%BC'", "'100%'", "'a+b'"),
            kind("jsontext", "'{\"k\":[1,{\"z\":2}]}'", "'[1,2]'", "'3'", "'{\"a\":'"),
            kind("xmltext", "'<r><i c=\"1\">a</i><i>b</i></r>'", "'<r/>'"),
            kind("xpath", "'/r/i'", "'count(/r/i)'", "'string(/r/i[1]/@c)'", "'/r/none'", "'//i[2]'"),
            kind("query", "'.k'", "'.k[0]'", "'..z'", "'.y.z'", "'.*'", "'.{.k > 1}'", "'.['"),
            kind("binding", "'${a}'", "'a is ${a}'", "'plain'", "'${1 +}'"),
            kind(
                    "uri",
                    "'https://www.contoso.com:8080/a/b?x=1#f'",
                    "'http://a.b'",
                    "'HTTP://A.b/c/../d e'",
                    "'relative/path'",
                    "'mailto:ada@contoso.com'",
                    "'https://user:secret@host/?q'"));

    private final SplittableRandom random;
    private final IntFunction<String> expression;

    /** @param expression any expression, of so many levels */
    RandomCalls(SplittableRandom random, IntFunction<String> expression) {
        this.random = random;
        this.expression = expression;
    }

    /** A call whose arguments have so many levels at most. */
    String call(int depth) {
        String[] shape = pick(SHAPES).split(" ");
        List<String> arguments = new ArrayList<>();
        for (int index = 1; index < shape.length; index++) {
            boolean surprising = random.nextInt(12) == 0;
            arguments.add(surprising ? expression.apply(depth) : argument(shape[index], depth));
        }
        return shape[0] + "(" + String.join(", ", arguments) + ")";
    }

    private String argument(String kind, int depth) {
        return switch (kind) {
            case "num" ->
                random.nextBoolean()
                        ? pick(List.of("a", "b", "n", "obj.x", "3", "2.5", "0"))
                        : "int(" + expression.apply(depth) + ")";
            case "str" ->
                random.nextBoolean() ? "s" : "'" + pick(RandomCases.WORDS).replace("'", "\\'") + "'";
            case "any" -> expression.apply(depth);
            default -> pick(ARGUMENTS.get(kind));
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Map.Entry<String, List<String>> kind(String name, String... examples) {
        return Map.entry(name, List.of(examples));
    }

    private static List<String> read() {
        try (InputStream in = RandomCalls.class.getResourceAsStream("/template/calls.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
