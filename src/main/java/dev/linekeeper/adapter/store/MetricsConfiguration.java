package dev.linekeeper.adapter.store;

import dev.linekeeper.service.tenant.Throttle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is measured. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {
    @Bean
    ThrottleMeters throttleMeters(Throttle throttle) {
        return new ThrottleMeters(throttle);
    }
}
