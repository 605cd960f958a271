package dev.linekeeper.adapter.store;

import dev.linekeeper.service.tenant.limit.ApiThrottle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The metrics of this package. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {
    @Bean
    ThrottleMeters throttleMeters(ApiThrottle throttle) {
        return new ThrottleMeters(throttle);
    }
}
