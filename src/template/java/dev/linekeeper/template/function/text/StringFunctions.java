package dev.linekeeper.template.function.text;

import static dev.linekeeper.template.function.ArgumentCheck.INTEGER;
import static dev.linekeeper.template.function.ArgumentCheck.STRING_OR_UNDEFINED;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Working on texts. An undefined text counts as an empty one. */
public final class StringFunctions {
    private StringFunctions() {}

    /** Registers the functions. */
    public static void register(FunctionRegistry functions) {
        functions.put("concat(any, any...): string|list", StringFunctions::concat);
        functions.alias("&", "concat");
        functions.put(
                "length(string): number",
                STRING_OR_UNDEFINED,
                (args, env) -> JsNumbers.of(text(args[0]).length()));
        functions.put("replace(string, string, string): string", STRING_OR_UNDEFINED, StringFunctions::replace);
        functions.put(
                "replaceIgnoreCase(string, string, string): string",
                STRING_OR_UNDEFINED,
                StringFunctions::replacePattern);
        functions.put("isMatch(string, string): boolean", STRING_OR_UNDEFINED, StringFunctions::isMatch);
        functions.put("split(string, string?): list", STRING_OR_UNDEFINED, StringFunctions::split);
        functions.put("substring(string, number, number?): string", (args, env) -> substring(args));
        functions.put("trim(string): string", STRING_OR_UNDEFINED, (args, env) -> Text.node(Text.trim(text(args[0]))));
        functions.put(
                "startsWith(string, string): boolean",
                STRING_OR_UNDEFINED,
                (args, env) -> Values.of(text(args[0]).startsWith(text(args[1]))));
        functions.put(
                "endsWith(string, string): boolean",
                STRING_OR_UNDEFINED,
                (args, env) -> Values.of(text(args[0]).endsWith(text(args[1]))));
        functions.put("countWord(string): number", STRING_OR_UNDEFINED, (args, env) -> countWords(text(args[0])));
        functions.put("addOrdinal(number): string", INTEGER, (args, env) -> Text.node(ordinal(args[0], env)));
        functions.put("EOL(): string", (args, env) -> Text.node("\n"));
        functions.putUnsteady("newGuid(): string", (args, env) -> Text.node(guid(env)));
    }

    /** The text of an argument; an undefined one is empty. */
    public static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : "";
    }

    private static JsonNode concat(JsonNode[] args, Environment env) {
        JsonNode all = args[0];
        for (int index = 1; index < args.length; index++) {
            all = concat(all, args[index], env);
        }
        return all;
    }

    private static JsonNode concat(JsonNode first, JsonNode second, Environment env) {
        boolean nothingFirst = Values.isNothing(first);
        boolean nothingSecond = Values.isNothing(second);
        if (nothingFirst && nothingSecond) {
            return Values.UNDEFINED;
        }
        if (nothingFirst && second.isArray()) {
            return second;
        }
        if (nothingSecond && first.isArray()) {
            return first;
        }
        if (first.isArray() && second.isArray()) {
            env.accountant().makeItems((long) first.size() + second.size());
            ArrayNode both = Values.list(first.values());
            second.forEach(both::add);
            return both;
        }
        String left = Text.plain(first, env.accountant());
        String right = Text.plain(second, env.accountant());
        env.accountant().makeText((long) left.length() + right.length());
        return Text.node(left + right);
    }

    private static JsonNode replace(JsonNode[] args, Environment env) {
        String old = text(args[1]);
        if (old.isEmpty()) {
            throw Failure.of("The text to replace must have at least one character.");
        }
        String text = text(args[0]);
        String replacement = text(args[2]);
        TextSearch search = new TextSearch(old, env.accountant());
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        for (int at = search.firstIn(text, 0); at >= 0; at = search.firstIn(text, from)) {
            replaced.append(text, from, at).append(replacement);
            env.accountant().checkText(replaced.length());
            from = at + old.length();
        }
        return from == 0
                ? Text.node(text)
                : Text.node(replaced.append(text, from, text.length()).toString());
    }

    /** The text to replace is a regular expression, and the replacement may refer to what it matched. */
    private static JsonNode replacePattern(JsonNode[] args, Environment env) {
        if (text(args[1]).isEmpty()) {
            throw Failure.of("The text to replace must have at least one character.");
        }
        RegularExpression expression = RegularExpression.ignoringCase(text(args[1]), env.accountant());
        return Text.node(expression.replaceIn(text(args[0]), text(args[2]), env.accountant()));
    }

    private static JsonNode isMatch(JsonNode[] args, Environment env) {
        if (args[1].isMissingNode()) {
            throw Failure.of("There is no regular expression to match.");
        }
        return Values.of(
                RegularExpression.common(text(args[1]), env.accountant()).isFoundIn(text(args[0]), env.accountant()));
    }

    private static JsonNode split(JsonNode[] args, Environment env) {
        String text = text(args[0]);
        String separator = args.length > 1 ? text(args[1]) : "";
        ArrayNode parts = Values.list();
        if (separator.isEmpty()) {
            env.accountant().makeItems(text.length());
            text.chars().forEach(c -> parts.add(Text.node(String.valueOf((char) c))));
            return parts;
        }
        int from = 0;
        TextSearch search = new TextSearch(separator, env.accountant());
        for (int at = search.firstIn(text, 0); at >= 0; at = search.firstIn(text, from)) {
            parts.add(Text.node(text.substring(from, at)));
            env.accountant().checkItems(parts.size() + 1L);
            from = at + separator.length();
        }
        parts.add(Text.node(text.substring(from)));
        return parts;
    }

    private static JsonNode substring(JsonNode[] args) {
        if (args[0].isMissingNode()) {
            return Text.EMPTY;
        }
        if (!args[0].isString()) {
            throw Failure.of("%s is neither a string nor undefined.", args[0]);
        }
        String text = args[0].stringValue();
        int start = bound(args[1], 0, text.length());
        int length = args.length == 2 ? text.length() - start : bound(args[2], 0, text.length() - start);
        return Text.node(text.substring(start, start + length));
    }

    /** The argument as an integer within the bounds. */
    public static int bound(JsonNode value, int least, int most) {
        if (!JsNumbers.isInteger(value)) {
            throw Failure.of("%s is not an integer.", value);
        }
        double number = JsNumbers.toDouble(value);
        if (number < least || number > most) {
            throw Failure.of("%s is out of range.", value);
        }
        return (int) number;
    }

    private static JsonNode countWords(String text) {
        int words = 1;
        boolean space = false;
        String trimmed = Text.trim(text);
        for (int index = 0; index < trimmed.length(); index++) {
            boolean isSpace = Text.isSpace(trimmed.charAt(index));
            words += isSpace && !space ? 1 : 0;
            space = isSpace;
        }
        return JsNumbers.of(words);
    }

    private static String ordinal(JsonNode value, Environment env) {
        String digits = Text.of(value, env.accountant());
        double number = JsNumbers.toDouble(value);
        if (number <= 0) {
            return digits;
        }
        int lastTwo = (int) (number % 100);
        if (lastTwo >= 11 && lastTwo <= 13) {
            return digits + "th";
        }
        return digits
                + switch (lastTwo % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private static String guid(Environment env) {
        long most = (env.random().nextLong() & 0xffffffffffff0fffL) | 0x4000L;
        long least = (env.random().nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new java.util.UUID(most, least).toString();
    }
}
