package dev.linekeeper.core.tenant;

import java.util.Optional;

/**
 * Words of Microsoft's services as constants of ours. The same word is spelled {@code userAssigned} by Graph,
 * {@code UserAssigned} by PowerShell and the Graph SDK, and {@code USER_ASSIGNED} here.
 */
public final class MicrosoftSpelling {
    private MicrosoftSpelling() {}

    /** The constant that is written so; empty for a word that is none of the type's. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String written) {
        String plain = plain(written);
        for (E constant : type.getEnumConstants()) {
            if (plain(constant.name()).equalsIgnoreCase(plain)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** The constant of the same type that is written so; {@code unknown} for any other word. */
    public static <E extends Enum<E>> E constantOr(E unknown, String written) {
        return constant(unknown.getDeclaringClass(), written).orElse(unknown);
    }

    private static String plain(String word) {
        return word.replace("_", "").replace(" ", "");
    }
}
