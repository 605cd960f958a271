package dev.linekeeper.template.function.number;

import java.util.Locale;
import java.util.Set;

/**
 * The signs a locale writes numbers with. The locales are those the official engine knows; any other writes 1,234.5.
 *
 * @param decimal before the fraction
 * @param thousands between groups of digits
 * @param indian whether only the last group has three digits, the others two
 * @param zero the digit for nothing; the other nine follow it in Unicode
 */
record NumberSigns(char decimal, char thousands, boolean indian, char zero) {
    private static final NumberSigns POINT = new NumberSigns('.', ',', false, '0');
    private static final NumberSigns COMMA = new NumberSigns(',', '.', false, '0');
    private static final NumberSigns SPACE = new NumberSigns(',', '\u00a0', false, '0');
    private static final NumberSigns SWISS = new NumberSigns(',', '\'', false, '0');
    private static final NumberSigns INDIAN = new NumberSigns('.', ',', true, '0');
    private static final NumberSigns ARABIC = new NumberSigns('\u066b', '\u066c', false, '\u0660');

    private static final Set<String> COMMA_LOCALES = Set.of(
            "ar-MA", "it-IT", "ca-ES", "es-ES", "ar-DZ", "nl-NL", "es-BO", "ar-TN", "pt-BR", "ar-LY", "pl-PL", "mk-MK",
            "de-DE");
    private static final Set<String> SPACE_LOCALES =
            Set.of("uk-UA", "sv-SE", "fi-FI", "cs-CZ", "fr-CA", "ru-RU", "hu-HU", "fr-FR");
    private static final Set<String> ARABIC_LOCALES = Set.of(
            "ar-BH", "ar-PS", "ar-EG", "ar-IQ", "ar-AE", "ar-MR", "ar-TD", "ar-SY", "ar-JO", "ar-ER", "ar-LB", "ar-YE",
            "ar-SS", "ar-SO", "ar-DJ", "ar-SD", "ar-001", "ar-SA", "ar-KW", "ar-QA", "ar-IL", "ar-OM", "ar-KM");

    static NumberSigns of(Locale locale) {
        return of(locale.toLanguageTag());
    }

    static NumberSigns of(String tag) {
        if (COMMA_LOCALES.contains(tag)) {
            return COMMA;
        }
        if (SPACE_LOCALES.contains(tag)) {
            return SPACE;
        }
        if (ARABIC_LOCALES.contains(tag)) {
            return ARABIC;
        }
        return switch (tag) {
            case "de-CH" -> SWISS;
            case "en-IN" -> INDIAN;
            default -> POINT;
        };
    }

    /** The digits of a whole number in groups. */
    String group(String digits) {
        StringBuilder grouped = new StringBuilder(digits);
        int size = 3;
        for (int at = digits.length() - size; at > 0; at -= size) {
            grouped.insert(at, thousands);
            size = indian ? 2 : 3;
        }
        return grouped.toString();
    }

    /** The text with this locale's digits. */
    String numerals(String text) {
        if (zero == '0') {
            return text;
        }
        StringBuilder written = new StringBuilder(text.length());
        text.chars().forEach(c -> written.append((char) (c >= '0' && c <= '9' ? c - '0' + zero : c)));
        return written.toString();
    }
}
