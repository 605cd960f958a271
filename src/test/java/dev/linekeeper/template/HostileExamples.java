package dev.linekeeper.template;

import static dev.linekeeper.template.HostilePrograms.expression;
import static dev.linekeeper.template.HostilePrograms.template;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The hostile programs somebody has thought of, as lines for {@code expand}. */
public final class HostileExamples {
    /** Evaluated a hundred thousand times. */
    private static final List<String> OFTEN = List.of(
            "contains(s, t)",
            "indexOf(s, t)",
            "lastIndexOf(s, t)",
            "replace(s, t, 'x')",
            "split(s, t)",
            "startsWith(s, t)",
            "toUpper(s)",
            "titleCase(w)",
            "trim(w)",
            "countWord(w)",
            "sortBy(list)",
            "sortBy(objs, 'k')",
            "string(list)",
            "join(texts, ',')",
            "list == foreach(list, y, y)",
            "contains(objs, list)",
            "isDate(concat('P', n))",
            "resolve(concat('PT', n))",
            "p19999",
            "wide.p19999",
            "setProperty(wide, 'x', x)",
            "merge(wide, places)",
            "unique(equal)",
            "int(n)",
            "formatDateTime('rubbish')",
            "formatDateTime('2018-03-15', brackets)",
            "convertFromUTC('2018-03-15T13:00:00.111Z', 'No/Where')",
            "uriComponentToString(u)",
            "uriHost(ats)",
            "uriPath(path)",
            "uriHost(host)",
            "json(json)",
            "xml({a: list})",
            "xPath('<r/>', '/r')",
            "isMatch(h, concat(h, x))",
            "isMatch(s, '$x')",
            "replaceIgnoreCase(s, '$', 'x')",
            "stringOrValue(s)",
            "getProperty(dots)",
            "base64ToBinary(s)",
            "max(list)",
            "jPath(objs, '..k')");

    /** Evaluated once. */
    private static final List<String> ONCE = List.of(
            "isDate(concat('P', n))",
            "resolve(concat('P', n))",
            "foreach(range(0, 100000), x, substring(s, 1))",
            "foreach(range(0, 100000), x, concat(u, x))",
            "foreach(range(0, 100000), x, foreach(range(0, 100), y, {a: 1, b: 2}))",
            "foreach(range(0, 1000), x, range(0, 100000))",
            "foreach(range(0, 1000), x, split(s))",
            "foreach(range(0, 1000), x, foreach(binary(s), y, y))",
            "foreach(range(0, 1000), x, indicesAndValues(list))",
            "foreach(range(0, 1000), x, json(json))",
            "where(list, x, contains(list, -x))",
            "xPath(xml, 'count(//*[count(//*[count(//*)>1])>1])')",
            "xPath(xml, 'count(//*[count(//*)>1])')",
            "xPath(xml, '//a/following::*/preceding::*')",
            "xPath(nest, '//a[.//a[.//a]]')",
            "xPath(nest, '//*[string(.) = string(..)]')",
            "jPath(objs, '.{..* == ..*}')",
            "jPath(foreach(list, y, list), '.*.*')",
            "flatten(foreach(list, y, list))",
            "join(foreach(list, y, s), ',')",
            "isMatch(s, '(a*)*b')",
            "isMatch(s, '(a|a)*b')",
            "isMatch('', '((((()){999}){999}){999}){999}x')",
            "isMatch('a', '(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)x')",
            "replaceIgnoreCase('a', '(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)x', 'y')");

    private static final List<String> NESTED = List.of(
            "jsonStringify(%s)", "dataUri(%s)", "base64(%s)", "uriComponent(%s)", "string([%s])", "xml({a: %s})");

    /** Of a list of lists of lists that are all the same, and as text would fill the world. */
    private static final List<String> DOUBLED = List.of(
            "string(%s)",
            "%1$s == %1$s",
            "flatten(%s)",
            "xml({a: %s})",
            "jPath(%s, '..*')",
            "join(%s, ',')",
            "concat(%s, 'x')",
            "sortBy(%s)",
            "contains(%s, 1)",
            "%s");

    private HostileExamples() {}

    /** Lines that no engine could answer within its limits, and some that only a careful one can. */
    public static List<String> lines() {
        return Stream.of(
                        OFTEN.stream().map("count(foreach(range(0, 100000), x, %s))"::formatted),
                        ONCE.stream(),
                        NESTED.stream().map(call -> within(call, 60, "concat('\"<%', h)")),
                        DOUBLED.stream().map(call -> call.formatted(within("foreach([%s], y, [y, y])[0]", 40, "1"))),
                        Stream.of("range(0, 100000)", "join(range(0, 100000), 'x')")
                                .map(constant -> "createArray(" + many(constant, 500) + ")"))
                .flatMap(expressions -> expressions)
                .map(HostilePrograms::expression)
                .collect(() -> new java.util.ArrayList<>(templates()), List::add, List::addAll);
    }

    private static List<String> templates() {
        String repeated = "{\"b\": [{\"$data\": \"${range(0, 10000)}\", \"x\": [%s]}]}";
        return List.of(
                template(repeated.formatted("{\"$data\": \"${range(0, 10000)}\"}")),
                template(repeated.formatted("{\"$data\": \"${range(0, 10000)}\", \"$when\": \"${false}\"}")),
                template(repeated.formatted("{\"$data\": \"${range(0, 10000)}\", \"$when\": \"${p19999}\"}")),
                template(repeated.formatted(many("\"${$root.list}\"", 200))),
                template("[" + many("\"${wide}\"", 3000) + "]"),
                template("[" + many("\"${setPathToValue($data.wide, setProperty(wide, 'x', list))}\"", 3000) + "]"),
                template("[\"" + "${".repeat(50_000) + "\"]"),
                template("[\"" + "${'".repeat(30_000) + "\"]"),
                template("[\"" + "${{a:".repeat(20_000) + "\"]"),
                template("[\"${a" + "()".repeat(20_000) + "}\"]"),
                template("[\"${a" + ".b".repeat(50_000) + "}\"]"),
                template("[\"${" + "(".repeat(50_000) + "}\"]"),
                expression("-".repeat(50_000) + "1"));
    }

    private static String within(String call, int levels, String innermost) {
        return IntStream.range(0, levels)
                .boxed()
                .reduce(innermost, (inner, level) -> call.formatted(inner), (left, right) -> right);
    }

    private static String many(String one, int times) {
        return String.join(",", java.util.Collections.nCopies(times, one));
    }
}
