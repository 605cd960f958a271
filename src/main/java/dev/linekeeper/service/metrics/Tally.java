package dev.linekeeper.service.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;

/**
 * A counter of this process for each combination of labels. Beyond a bound all further ones are counted as {@code other}, so
 * that no mistake in a label fills a Prometheus. Thread-safe.
 */
public final class Tally {
    private static final int MOST = 500;
    private static final String OTHER = "other";

    private final Metric metric;
    private final Map<List<String>, DoubleAdder> counts = new ConcurrentHashMap<>();

    public Tally(Metric metric) {
        this.metric = metric;
    }

    /** Is there from the start with a zero: what appears with its first event looks to Prometheus as if nothing had grown. */
    public Tally known(String... labels) {
        add(0, labels);
        return this;
    }

    public void add(String... labels) {
        add(1, labels);
    }

    public void add(double much, String... labels) {
        List<String> key = Arrays.asList(labels);
        boolean hasPlace = counts.containsKey(key) || counts.size() < MOST;
        counts.computeIfAbsent(
                        hasPlace ? List.copyOf(key) : Collections.nCopies(labels.length, OTHER), _ -> new DoubleAdder())
                .add(much);
    }

    public Stream<Measurement> measurements() {
        return counts.entrySet().stream()
                .map(count ->
                        new Measurement(metric, count.getKey(), count.getValue().sum()));
    }
}
