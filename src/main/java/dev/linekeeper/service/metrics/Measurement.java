package dev.linekeeper.service.metrics;

import java.util.List;

/**
 * A value of a metric.
 *
 * @param labels one text for each label of the metric
 */
public record Measurement(Metric metric, List<String> labels, double value) {
    public Measurement {
        if (labels.size() != metric.labels().size()) {
            throw new IllegalArgumentException(
                    "%s has the labels %s, not %s".formatted(metric, metric.labels(), labels));
        }
    }
}
