package dev.linekeeper.service.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How old what is known of the tenant is.
 *
 * @param oldest when its oldest part was read; empty before any was
 */
public record SnapshotAge(Supplier<Optional<Instant>> oldest, Clock clock) implements MetricSource {
    @Override
    public String source() {
        return "snapshot";
    }

    @Override
    public List<Measurement> measurements() {
        return oldest
                .get()
                .map(at -> Duration.between(at, clock.instant()).toSeconds())
                .map(age -> Metric.SNAPSHOT_AGE.of(age))
                .stream()
                .toList();
    }
}
