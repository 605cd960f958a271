package dev.linekeeper.app;

import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.service.people.People;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Budget;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Throttle;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Core, service and chat objects are made here and in the configurations beside it; they know nothing of Spring. Adapters
 * wire themselves.
 */
@Configuration(proxyBeanMethods = false)
class LinekeeperConfiguration {
    private static final Duration ROLES_REMEMBERED = Duration.ofSeconds(10);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Settings judgement(LinekeeperProperties settings) {
        return settings.readiness().judgement();
    }

    @Bean
    Throttle throttle(LinekeeperProperties settings, Budget budget, Clock clock) {
        var throttle = settings.throttle();
        return new Throttle(throttle.limits(), budget, throttle.longestWait(), clock, Thread::sleep);
    }

    @Bean
    Roles roles(Directory directory, LinekeeperProperties settings, Clock clock) {
        return new Roles(directory, settings.roles().byRole(), clock, ROLES_REMEMBERED);
    }

    @Bean
    People people(Directory directory) {
        return new People(directory);
    }
}
