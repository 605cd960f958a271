package dev.linekeeper.service.tenant;

import dev.linekeeper.service.tenant.limit.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that passes only when somebody waits, and a record of the waits. */
public final class ManualTime extends Clock implements Sleeper {
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    @Override
    public synchronized void sleep(Duration time) {
        waits.add(time);
        now = now.plus(time);
    }

    public synchronized void passes(Duration time) {
        now = now.plus(time);
    }

    public List<Duration> waits() {
        return waits;
    }

    public Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
