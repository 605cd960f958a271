package dev.linekeeper.core.tenant;

import java.util.List;

/**
 * A sentence to be said in the reader's language: the key of a message in {@code i18n/messages*.properties} and what
 * goes into it. Arguments are plain values (text, numbers, {@link PhoneNumber}, {@link PolicyName}, lists of those).
 */
public record Explanation(String key, List<Object> arguments) {
    public Explanation {
        arguments = List.copyOf(arguments);
    }

    public static Explanation of(String key, Object... arguments) {
        return new Explanation(key, List.of(arguments));
    }
}
