package dev.linekeeper.chat.cards;

import dev.linekeeper.core.tenant.Explanation;

/**
 * Messages there is one of for each constant of an enum: their key is a prefix, a dot and the constant's name, such as
 * {@code chat.overall.READY}. To find the use of such a key, search for the prefix.
 */
public final class ConstantMessages {
    private ConstantMessages() {}

    public static Explanation of(String prefix, Enum<?> constant, Object... arguments) {
        return Explanation.of(prefix + "." + constant.name(), arguments);
    }
}
