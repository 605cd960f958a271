package dev.linekeeper.adapter.telemetry;

import dev.linekeeper.service.metrics.Measurement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;

/**
 * The metrics as one line of the log, for who has no Prometheus. A field is called like its metric, with the labels behind:
 * {@code jobs_due_applying}. What is counted by command or operation is summed, and a zero of a counter is left out.
 */
record MetricLine(Map<String, Long> fields) {
    private static final String OURS = "linekeeper.";
    private static final List<String> SUMMED = List.of("command", "operation");

    static MetricLine of(List<Measurement> measured) {
        var fields = new TreeMap<String, Double>();
        measured.stream()
                .filter(it -> !it.metric().isCounter() || it.value() != 0)
                .forEach(it -> fields.merge(name(it), it.value(), Double::sum));
        var whole = new TreeMap<String, Long>();
        fields.forEach((name, value) -> whole.put(name, Math.round(value)));
        return new MetricLine(whole);
    }

    private static String name(Measurement measured) {
        var name = new StringBuilder(measured.metric().label().substring(OURS.length()));
        for (int at = 0; at < measured.labels().size(); at++) {
            if (!SUMMED.contains(measured.metric().labels().get(at))) {
                name.append('_').append(measured.labels().get(at));
            }
        }
        return name.toString().replaceAll("[^A-Za-z0-9]+", "_").toLowerCase(Locale.ROOT);
    }

    void log(Logger log) {
        var text = new StringBuilder("action=metrics");
        fields.forEach(
                (name, value) -> text.append(' ').append(name).append('=').append(value));
        log.info(text.toString());
    }
}
