package dev.linekeeper.core.tenant;

import java.util.Locale;

/** A country as ISO 3166-1 alpha-2, such as {@code US} or {@code GB}. */
public record Country(String iso) {
    public static final Country UNITED_STATES = new Country("US");

    public Country {
        iso = iso.strip().toUpperCase(Locale.ROOT);
        if (iso.length() != 2 || !iso.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z')) {
            throw new IllegalArgumentException("Not a two-letter ISO 3166 country: '%s'".formatted(iso));
        }
    }

    @Override
    public String toString() {
        return iso;
    }
}
