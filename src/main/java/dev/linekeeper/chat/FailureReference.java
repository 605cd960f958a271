package dev.linekeeper.chat;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** References for failures: shown to the person and found in the log. */
public final class FailureReference {
    private FailureReference() {}

    /** A new one: eight hex digits. Nothing is protected by it, so it need not be hard to guess. */
    public static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
