package dev.linekeeper.adapter.teams;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A short name for a failure: shown to whoever met it, and found in the log. */
record Reference(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Reference fresh() {
        byte[] bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        return new Reference(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
