package dev.linekeeper.app;

import dev.linekeeper.adapter.jobs.AgendaConfiguration;
import dev.linekeeper.adapter.store.StoreConfiguration;
import dev.linekeeper.core.enrolment.ApprovalPolicy;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.service.requests.Announcing;
import dev.linekeeper.service.requests.Applying;
import dev.linekeeper.service.requests.Asking;
import dev.linekeeper.service.requests.Confirming;
import dev.linekeeper.service.requests.Deciding;
import dev.linekeeper.service.requests.Drafts;
import dev.linekeeper.service.requests.Exporting;
import dev.linekeeper.service.requests.Judging;
import dev.linekeeper.service.requests.Moves;
import dev.linekeeper.service.requests.Patience;
import dev.linekeeper.service.requests.RequestEvents;
import dev.linekeeper.service.requests.Stepping;
import dev.linekeeper.service.requests.Writing;
import dev.linekeeper.service.tenant.Pause;
import dev.linekeeper.service.tenant.TenantPorts;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Requests of the configured tenant, in the bot's database. Whoever imports this adds the data source and the
 * {@link RequestEvents} that are told of changes; nobody applies anything without the workers of {@code adapter.jobs}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    TenantConfiguration.class,
    StoreConfiguration.class,
    AgendaConfiguration.class,
    Announcing.class,
    Applying.class,
    Asking.class,
    Confirming.class,
    Deciding.class,
    Drafts.class,
    Exporting.class,
    Judging.class,
    Moves.class,
    Stepping.class
})
class RequestsConfiguration {
    /** A grant is usually seen within a minute; what the tenant refuses is tried again for up to two days. */
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(2), 5, Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2));

    @Bean
    Writing writing(TenantPorts ports) {
        return new Writing(ports.numbers(), ports.policyGrants(), ports.voiceSwitch());
    }

    @Bean
    ApprovalPolicy approvalPolicy(LinekeeperProperties settings) {
        return settings.approval().policy();
    }

    @Bean
    Supplier<OperatingMode> mode(LinekeeperProperties settings) {
        return settings::mode;
    }

    @Bean
    Patience patience() {
        return PATIENCE;
    }

    @Bean
    Pause pause() {
        return Thread::sleep;
    }
}
