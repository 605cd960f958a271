package dev.linekeeper.core.bulk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** A freeze from one moment to another, the other not included. */
record OneFreeze(LocalDateTime from, LocalDateTime to) implements FreezeWindow {
    OneFreeze {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("%s is not before %s".formatted(from, to));
        }
    }

    @Override
    public Optional<Instant> end(Instant at, ZoneId zone) {
        Instant end = to.atZone(zone).toInstant();
        return Optional.of(end)
                .filter(at::isBefore)
                .filter(_ -> !at.isBefore(from.atZone(zone).toInstant()));
    }
}
