package dev.linekeeper.core.bulk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The times within which no member of a batch begins, read in one time zone. */
public record FreezeWindows(List<FreezeWindow> windows, ZoneId zone) {
    public static final FreezeWindows NONE = new FreezeWindows(List.of(), ZoneOffset.UTC);

    /** More windows in a row than anybody means; the end is then said as far as it was followed. */
    private static final int FOLLOWED = 1000;

    public FreezeWindows {
        windows = List.copyOf(windows);
    }

    /** When members may begin again, windows that touch taken as one; empty when they may now. */
    public Optional<Instant> until(Instant now) {
        Instant free = now;
        for (int i = 0; i < FOLLOWED; i++) {
            Optional<Instant> end = end(free);
            if (end.isEmpty()) {
                break;
            }
            free = end.get();
        }
        return Optional.of(free).filter(now::isBefore);
    }

    private Optional<Instant> end(Instant at) {
        return windows.stream().flatMap(window -> window.end(at, zone).stream()).max(Instant::compareTo);
    }
}
