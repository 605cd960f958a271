package dev.linekeeper.core.site;

import dev.linekeeper.core.tenant.AnyCase;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people call a site: at most {@link #LONGEST} letters, digits and what stands between them in names, the first a letter or
 * digit, and not Global, as everybody's policies are called; else the constructor throws. Equal whatever the case of letters.
 */
public record SiteName(String value) {
    public static final int LONGEST = 64;
    private static final Pattern WRITTEN =
            Pattern.compile("(?!(?i:global)$)[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .,&()'\u2019/_-]{0,63}");

    public SiteName {
        value = value.strip();
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("No name of a site, %d characters".formatted(value.length()));
        }
    }

    /** The name; empty for a text that is none. */
    public static Optional<SiteName> of(String written) {
        return Optional.of(written.strip())
                .filter(text -> WRITTEN.matcher(text).matches())
                .map(SiteName::new);
    }

    /** The one spelling all equal names have. */
    public String key() {
        return AnyCase.folded(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SiteName(var name) && AnyCase.same(name, value);
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
