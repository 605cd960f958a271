package dev.linekeeper.app;

import dev.linekeeper.adapter.jobs.AgendaConfiguration;
import dev.linekeeper.adapter.store.StoreConfiguration;
import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.Agenda;
import dev.linekeeper.service.requests.Exporting;
import dev.linekeeper.service.requests.Patience;
import dev.linekeeper.service.requests.RequestEvents;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Tokens;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.requests.Writing;
import dev.linekeeper.service.tenant.Readings;
import dev.linekeeper.service.tenant.TenantPorts;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Requests of the configured tenant, in the bot's database. Whoever imports this adds the data source and the
 * {@link RequestEvents} that are told of changes; nobody applies anything without the workers of {@code adapter.jobs}.
 */
@Configuration(proxyBeanMethods = false)
@Import({TenantConfiguration.class, StoreConfiguration.class, AgendaConfiguration.class, Exporting.class})
class RequestsConfiguration {
    /** A grant is usually seen within a minute; what the tenant refuses is tried again for up to two days. */
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(2), 5, Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2));

    @Bean
    Requests requests(
            RequestStore store,
            AuditTrail trail,
            Agenda agenda,
            Tokens tokens,
            Transactions transactions,
            TenantPorts ports,
            Readings readings,
            Roles roles,
            Settings judgement,
            RequestEvents events,
            LinekeeperProperties settings,
            Clock clock) {
        return new Requests(
                new Requests.Kept(store, trail, agenda, tokens, transactions),
                new Requests.Tenancy(
                        readings,
                        roles,
                        judgement,
                        new Writing(ports.numbers(), ports.policyGrants(), ports.voiceSwitch()),
                        settings::mode),
                settings.approval().policy(),
                events,
                new Requests.Time(clock, Thread::sleep, PATIENCE));
    }
}
