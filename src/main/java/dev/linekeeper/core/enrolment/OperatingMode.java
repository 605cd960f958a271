package dev.linekeeper.core.enrolment;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be changed in the tenant ({@code linekeeper.mode}), from the least to the most. */
public enum OperatingMode {
    /** Nothing is changed, and a request is refused with the reason. */
    READ_ONLY,
    /** Requests are made, decided and rehearsed without touching the tenant. */
    DRY_RUN,
    LIVE;

    /**
     * What the settings say of it.
     *
     * @param start the mode before anybody has chosen one
     * @param most the mode beyond which nobody can switch
     * @param waits for how long whoever asks for live waits for a second person
     */
    public record ModeLimits(OperatingMode start, OperatingMode most, Duration waits) {}

    /** As it is written in settings and sentences, such as {@code read-only}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mode so written, in any case and with spaces or hyphens; empty when there is none. */
    public static Optional<OperatingMode> of(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        return Arrays.stream(values())
                .filter(mode -> mode.written().equals(name))
                .findFirst();
    }
}
