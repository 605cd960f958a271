package dev.linekeeper.template.function.text;

import dev.linekeeper.template.value.Failure;
import java.util.IllformedLocaleException;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The locales expressions name. */
final class Locales {
    private Locales() {}

    /** The locale an argument names, or the one given when there is no such argument. */
    static Locale argument(JsonNode[] args, int index, Locale otherwise) {
        return args.length > index && args[index].isString() ? of(args[index].stringValue()) : otherwise;
    }

    private static Locale of(String tag) {
        try {
            if (!tag.isEmpty()) {
                return new Locale.Builder().setLanguageTag(tag).build();
            }
        } catch (IllformedLocaleException e) {
            // Reported below, as an empty tag is.
        }
        throw Failure.of("%s is not a locale.".formatted(tag));
    }
}
