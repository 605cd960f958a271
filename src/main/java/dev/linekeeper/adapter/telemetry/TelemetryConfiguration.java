package dev.linekeeper.adapter.telemetry;

import dev.linekeeper.service.metrics.MetricBoard;
import dev.linekeeper.service.metrics.MetricSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The metrics of a serving bot, from all that measure. */
@Configuration(proxyBeanMethods = false)
public class TelemetryConfiguration {
    @Bean
    MetricRounds metricRounds(List<MetricSource> sources, MeterRegistry registry) {
        return new MetricRounds(new MetricBoard(sources), new BoardMeters(registry));
    }
}
