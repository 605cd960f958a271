package dev.linekeeper.service.metrics;

import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All measurements as they were last read. Whoever scrapes is shown these: the store is read at an interval, however many
 * scrape. Thread-safe.
 */
public final class MetricBoard {
    private static final Logger log = LoggerFactory.getLogger(MetricBoard.class);

    private final List<MetricSource> sources;
    private volatile List<Measurement> latest = List.of();

    public MetricBoard(List<MetricSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** As last read; empty before. */
    public List<Measurement> latest() {
        return latest;
    }

    /** Reads every source; one that cannot be read says so, and its measurements are not there. */
    public List<Measurement> read() {
        latest = sources.stream().flatMap(MetricBoard::read).toList();
        return latest;
    }

    private static Stream<Measurement> read(MetricSource source) {
        try {
            List<Measurement> read = source.measurements();
            return Stream.concat(read.stream(), Stream.of(Metric.READ.of(1, source.source())));
        } catch (RuntimeException failed) {
            log.warn(
                    "action=measure source={} outcome=failed why={}",
                    source.source(),
                    failed.getClass().getSimpleName());
            return Stream.of(Metric.READ.of(0, source.source()));
        }
    }
}
