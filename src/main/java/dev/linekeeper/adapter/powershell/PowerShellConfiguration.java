package dev.linekeeper.adapter.powershell;

import dev.linekeeper.LinekeeperProperties;
import dev.linekeeper.service.tenant.Throttle;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Teams PowerShell, while {@code linekeeper.backend} is {@code tenant}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${linekeeper.backend:demo}'.equalsIgnoreCase('tenant')")
class PowerShellConfiguration {
    @Bean
    PowerShellBackend powerShellBackend(LinekeeperProperties settings, Throttle throttle, Clock clock) {
        var ours = PowerShellSettings.of(settings);
        return PowerShellBackend.open(ours.command(), ours.signIn(), ours.pace(), throttle, clock);
    }
}
