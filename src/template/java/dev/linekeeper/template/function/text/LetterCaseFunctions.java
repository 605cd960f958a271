package dev.linekeeper.template.function.text;

import static dev.linekeeper.template.function.ArgumentCheck.STRING_OR_UNDEFINED;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Text;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Small and capital letters, as a locale has them. */
public final class LetterCaseFunctions {
    /** Steps of taking the name of a locale apart, and of finding that it is none. */
    private static final int NAMED_LOCALE = 40;

    private LetterCaseFunctions() {}

    /** Registers the functions. */
    public static void register(FunctionRegistry functions) {
        putCase(functions, "toLower", (text, locale) -> text.toLowerCase(locale));
        putCase(functions, "toUpper", (text, locale) -> text.toUpperCase(locale));
        putCase(functions, "sentenceCase", LetterCaseFunctions::capitalise);
        putCase(functions, "titleCase", LetterCaseFunctions::capitaliseWords);
    }

    private static void putCase(FunctionRegistry functions, String name, BiFunction<String, Locale, String> change) {
        functions.put(
                name + "(string, string?): string",
                STRING_OR_UNDEFINED,
                (args, env) -> Text.node(change.apply(StringFunctions.text(args[0]), locale(args, env))));
    }

    /** The locale the second argument names, or another when there is none. */
    private static Locale locale(JsonNode[] args, Environment env) {
        if (args.length < 2 || !args[1].isString()) {
            return env.locale();
        }
        env.accountant().spend(NAMED_LOCALE);
        return locale(args[1].stringValue());
    }

    private static Locale locale(String tag) {
        try {
            if (!tag.isEmpty()) {
                return new Locale.Builder().setLanguageTag(tag).build();
            }
        } catch (IllformedLocaleException e) {
            // Reported below, as an empty tag is.
        }
        throw Failure.of("%s is not a locale.", tag);
    }

    private static String capitalise(String text, Locale locale) {
        return text.isEmpty()
                ? ""
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).toLowerCase(locale);
    }

    /** Words begin at an ASCII letter, digit or underscore and last until white space, as in the official engine. */
    private static String capitaliseWords(String text, Locale locale) {
        String lower = text.toLowerCase(locale);
        StringBuilder titled = new StringBuilder(lower.length());
        boolean inWord = false;
        for (int index = 0; index < lower.length(); index++) {
            char c = lower.charAt(index);
            boolean starts = !inWord && c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
            titled.append(starts ? Character.toUpperCase(c) : c);
            inWord = (inWord || starts) && !Text.isSpace(c);
        }
        return titled.toString();
    }
}
