package dev.linekeeper.core.fixes;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.groundwork.Fix;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing a setting behind people could be put right with.
 *
 * @param name by which people tell it from others
 * @param value what is written for it: the id of a place, the name of a policy
 */
public record FixChoice(String name, String value, Fix<?> fix) {
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s().-]");

    /** One whose name is what is written for it. */
    FixChoice(String name, Fix<?> fix) {
        this(name, name, fix);
    }

    /** Whether the text is its name or its value; a number however it is grouped. */
    public boolean isCalled(String text) {
        return Stream.of(value, name).anyMatch(mine -> AnyCase.same(mine, text)) || isNumber(text);
    }

    private boolean isNumber(String text) {
        return value.startsWith("+")
                && value.equals(BETWEEN_DIGITS.matcher(text).replaceAll(""));
    }

    /** Whether the text is a part of its name. */
    boolean has(String text) {
        return AnyCase.folded(name).contains(AnyCase.folded(text));
    }
}
