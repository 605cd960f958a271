package dev.linekeeper.service.tenant;

import java.util.Locale;

/** A failure of a call to Microsoft, as far as metrics and the log tell of it. */
public interface FailedCall {
    /** One word of a closed list: {@code throttled}. */
    String kindLabel();

    /** Microsoft's own code; empty when there is none. */
    default String code() {
        return "";
    }

    /** Microsoft's id of the call; empty when there is none. */
    default String requestId() {
        return "";
    }

    /** Whether nothing is wrong: what was asked for is not there. */
    default boolean isExpected() {
        return false;
    }

    /** As labels are written: {@code not-found}. */
    static String label(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
