package dev.linekeeper.adapter.store.metrics;

import dev.linekeeper.adapter.store.audit.AuditHealth;
import dev.linekeeper.service.audit.AuditWatch;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The metrics and the health of the store. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {
    @Bean
    JdbcMetrics jdbcMetrics(JdbcClient jdbc, Clock clock) {
        return new JdbcMetrics(jdbc, clock);
    }

    /** Named after what it says of itself: {@code components.audit}. */
    @Bean
    AuditHealth auditHealthIndicator(AuditWatch watch) {
        return new AuditHealth(watch);
    }
}
