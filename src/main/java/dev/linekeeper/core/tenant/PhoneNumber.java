package dev.linekeeper.core.tenant;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number as Teams stores it: digits with an optional extension. Direct Routing allows 3 to 38 digits, so a
 * number that exists need not be valid E.164; {@link #isE164()} tells. {@code 14255550100} and {@code +14255550100} are
 * one number (src/docs/shared-calling.md).
 *
 * @param digits without the leading plus
 * @param extension the 1 to 12 digits after {@code ;ext=}
 */
public record PhoneNumber(String digits, Optional<String> extension) implements Comparable<PhoneNumber> {
    private static final Pattern WRITTEN = Pattern.compile("\\+?(\\d{3,38})(?:;ext=(\\d{1,12}))?");
    private static final Pattern E164 = Pattern.compile("[1-9]\\d{6,14}");

    /**
     * Reads a number with or without {@code +} and with or without {@code ;ext=}.
     *
     * @throws IllegalArgumentException when it is anything else, a {@code tel:} address included
     */
    public static PhoneNumber of(String written) {
        return parse(written)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Not a telephone number such as +14255550100 or +14255550100;ext=12: '%s'".formatted(written)));
    }

    /** Like {@link #of}, but empty when the text is no number. */
    public static Optional<PhoneNumber> parse(String written) {
        var match = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
        return match.matches()
                ? Optional.of(new PhoneNumber(match.group(1), Optional.ofNullable(match.group(2))))
                : Optional.empty();
    }

    /** The number people see when called from it: without the extension. */
    public PhoneNumber base() {
        return extension.isEmpty() ? this : new PhoneNumber(digits, Optional.empty());
    }

    /** Whether the number could be dialled from anywhere: E.164 without extension, and +1 numbers with ten digits. */
    public boolean isE164() {
        return extension.isEmpty()
                && E164.matcher(digits).matches()
                && (!digits.startsWith("1") || digits.length() == 11);
    }

    @Override
    public int compareTo(PhoneNumber other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "+" + digits + extension.map(ext -> ";ext=" + ext).orElse("");
    }
}
