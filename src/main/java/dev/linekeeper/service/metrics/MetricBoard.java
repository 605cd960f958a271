package dev.linekeeper.service.metrics;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Set<String> unread = ConcurrentHashMap.newKeySet();
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
        latest = sources.stream().flatMap(this::read).toList();
        return latest;
    }

    /** Told once when it begins and once when it ends. */
    private Stream<Measurement> read(MetricSource source) {
        try {
            List<Measurement> read = source.measurements();
            if (unread.remove(source.source())) {
                log.info("action=measure source={} outcome=read-again", source.source());
            }
            return Stream.concat(read.stream(), Stream.of(Metric.READ.of(1, source.source())));
        } catch (RuntimeException failed) {
            if (unread.add(source.source())) {
                log.warn(
                        "action=measure source={} outcome=failed why={}",
                        source.source(),
                        failed.getClass().getSimpleName());
            }
            return Stream.of(Metric.READ.of(0, source.source()));
        }
    }
}
