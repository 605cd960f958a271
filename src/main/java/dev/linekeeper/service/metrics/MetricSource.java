package dev.linekeeper.service.metrics;

import java.util.List;

/** A part of the bot that measures. */
public interface MetricSource {
    /** What it is called in {@link Metric#READ}. */
    String source();

    /**
     * What it measures now.
     *
     * @throws RuntimeException when it cannot, as while the database is gone
     */
    List<Measurement> measurements();
}
