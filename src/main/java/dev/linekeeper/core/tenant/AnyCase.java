package dev.linekeeper.core.tenant;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A name or an id, equal to every other that differs in the case of letters, in the form of accented ones (NFC or NFD) or in
 * space around it. Teams, Entra and Graph compare PSTN usages, policies, principal names and ids so; everything that
 * compares them here does it through this type.
 */
public record AnyCase(String written) {

    /** The one spelling all equal texts have. */
    public static String folded(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The same without accents and other marks, for what people type who leave them out. */
    public static String unaccented(String text) {
        return Normalizer.normalize(folded(text), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    public static boolean same(String one, String other) {
        return one.equals(other) || folded(one).equals(folded(other));
    }

    /** Those of {@code texts} that are among {@code all}, as they are written in {@code texts}. */
    public static List<String> among(Collection<String> all, Collection<String> texts) {
        var known = all.stream().map(AnyCase::new).collect(Collectors.toSet());
        return texts.stream().filter(text -> known.contains(new AnyCase(text))).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnyCase(var text) && same(text, written);
    }

    @Override
    public int hashCode() {
        return folded(written).hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}
