package dev.linekeeper.adapter.store;

import dev.linekeeper.adapter.store.audit.AuditHealth;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The metrics and the health of this package. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {
    @Bean
    ThrottleMeters throttleMeters(ApiThrottle throttle) {
        return new ThrottleMeters(throttle);
    }

    /** Named after what it says of itself: {@code components.audit}. */
    @Bean
    AuditHealth auditHealthIndicator(AuditWatch watch) {
        return new AuditHealth(watch);
    }
}
