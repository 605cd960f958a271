package dev.linekeeper.adapter.telemetry;

import ch.qos.logback.classic.LoggerContext;
import dev.linekeeper.service.metrics.MetricBoard;
import dev.linekeeper.service.metrics.MetricSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The metrics of a serving bot, from all that measure. */
@Configuration(proxyBeanMethods = false)
public class TelemetryConfiguration {
    @Bean
    MetricRounds metricRounds(List<MetricSource> sources, MeterRegistry registry) {
        return new MetricRounds(new MetricBoard(sources), new BoardMeters(registry));
    }

    @Bean
    SaidOnce saidOnce() {
        return new SaidOnce(System::nanoTime).in((LoggerContext) LoggerFactory.getILoggerFactory());
    }
}
