package dev.linekeeper.adapter.telemetry;

import dev.linekeeper.service.metrics.Measurement;
import dev.linekeeper.service.metrics.Metric;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measurements as Micrometer's meters. A scrape reads what was measured last, and nothing else. For one thread. */
final class BoardMeters {
    private final MeterRegistry registry;
    private final Map<Metric, MultiGauge> gauges = new EnumMap<>(Metric.class);
    private final Map<Series, AtomicReference<Double>> counters = new ConcurrentHashMap<>();

    private record Series(Metric metric, List<String> labels) {}

    BoardMeters(MeterRegistry registry) {
        this.registry = registry;
        Arrays.stream(Metric.values())
                .filter(metric -> !metric.isCounter())
                .forEach(metric -> gauges.put(
                        metric,
                        MultiGauge.builder(metric.label())
                                .description(metric.help())
                                .register(registry)));
    }

    /** Takes the place of what was shown before; a gauge that was not measured is not there. */
    void show(List<Measurement> measured) {
        measured.stream().filter(it -> it.metric().isCounter()).forEach(this::count);
        gauges.forEach((metric, gauge) -> gauge.register(
                measured.stream()
                        .filter(it -> it.metric() == metric)
                        .map(it -> MultiGauge.Row.of(tags(it), it.value()))
                        .collect(Collectors.toList()),
                true));
    }

    private void count(Measurement measured) {
        counters.computeIfAbsent(new Series(measured.metric(), measured.labels()), _ -> counter(measured))
                .set(measured.value());
    }

    private AtomicReference<Double> counter(Measurement measured) {
        var latest = new AtomicReference<>(0.0);
        FunctionCounter.builder(measured.metric().label(), latest, AtomicReference::get)
                .description(measured.metric().help())
                .tags(tags(measured))
                .register(registry);
        return latest;
    }

    private static Tags tags(Measurement measured) {
        return Tags.of(IntStream.range(0, measured.labels().size())
                .mapToObj(at -> Tag.of(
                        measured.metric().labels().get(at), measured.labels().get(at)))
                .toList());
    }
}
