package dev.linekeeper.chat.numbers;

import dev.linekeeper.core.numbers.NumberFilter;
import dev.linekeeper.core.numbers.NumberUse;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.NumberType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which numbers are asked for in words, such as {@code free service in Germany calling plan from 26}.
 *
 * @param from the first that is shown, counted from 1
 * @param strange what was not understood; empty when everything was
 */
record NumberWords(NumberFilter filter, int from, String strange) {
    private static final Map<String, NumberUse> USES = new LinkedHashMap<>();
    private static final Map<String, NumberType> TYPES = Map.of(
            "calling[ -]?plans?|cp", NumberType.CALLING_PLAN,
            "operator[ -]?connect|oc", NumberType.OPERATOR_CONNECT,
            "direct[ -]?routing|dr", NumberType.DIRECT_ROUTING);
    private static final Pattern FROM = Pattern.compile("\\bfrom (\\d{1,6})\\b");
    private static final Pattern NOISE =
            Pattern.compile("\\b(numbers?|phone|telephone|the|of|type|in|which|that|are|is|and|all|any|for)\\b|[,?.]");

    static {
        USES.put("toll[ -]?free|freephone", NumberUse.TOLL_FREE);
        USES.put("free|unassigned|available|unused|spare", NumberUse.FREE);
        USES.put("used|assigned|taken|in use", NumberUse.USED);
        USES.put("service|services", NumberUse.SERVICE);
        USES.put("callbacks?|emergency", NumberUse.CALLBACK);
        USES.put("users?|people|subscriber", NumberUse.USER);
    }

    static NumberWords of(String text) {
        String left = AnyCase.folded(text.strip());
        var start = FROM.matcher(left);
        int from = start.find() ? Integer.parseInt(start.group(1)) : 1;
        left = start.replaceAll(" ");
        var uses = EnumSet.noneOf(NumberUse.class);
        Optional<NumberType> type = Optional.empty();
        for (var words : USES.entrySet()) {
            String without = without(left, words.getKey());
            if (!without.equals(left)) {
                uses.add(words.getValue());
                left = without;
            }
        }
        for (var words : TYPES.entrySet()) {
            String without = without(left, words.getKey());
            if (!without.equals(left)) {
                type = Optional.of(words.getValue());
                left = without;
            }
        }
        String place = NOISE.matcher(left).replaceAll(" ").strip().replaceAll("\\s+", " ");
        Optional<Country> country = country(place);
        return new NumberWords(
                new NumberFilter(uses, country, type), Math.max(1, from), country.isPresent() ? "" : place);
    }

    private static String without(String text, String words) {
        return text.replaceAll("\\b(?:" + words + ")\\b", " ");
    }

    /** A country by its ISO code or by its name in one of the bot's languages. */
    private static Optional<Country> country(String name) {
        String iso = Map.of("uk", "GB", "usa", "US", "england", "GB", "america", "US")
                .getOrDefault(name, name);
        return Stream.of(Locale.getISOCountries())
                .filter(code -> code.equalsIgnoreCase(iso)
                        || Stream.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)
                                .map(language -> Locale.of("", code).getDisplayCountry(language))
                                .anyMatch(called -> AnyCase.same(called, name)))
                .findFirst()
                .map(Country::new);
    }
}
