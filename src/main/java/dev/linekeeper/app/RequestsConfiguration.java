package dev.linekeeper.app;

import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.Agenda;
import dev.linekeeper.service.requests.Announcing;
import dev.linekeeper.service.requests.Applying;
import dev.linekeeper.service.requests.Deciding;
import dev.linekeeper.service.requests.Exporting;
import dev.linekeeper.service.requests.Patience;
import dev.linekeeper.service.requests.RequestEvents;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Tokens;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.requests.Writing;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.Readings;
import dev.linekeeper.service.tenant.TenantPorts;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Requests: asked for, decided, applied. */
@Configuration(proxyBeanMethods = false)
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

    @Bean
    Applying applying(Requests requests) {
        return requests.applying();
    }

    @Bean
    Deciding deciding(Requests requests) {
        return requests.deciding();
    }

    @Bean
    Announcing announcing(Requests requests) {
        return requests.announcing();
    }

    @Bean
    Exporting exporting(
            RequestStore store, Directory directory, Organisation organisation, AuditTrail trail, Clock clock) {
        return new Exporting(store, directory, organisation, trail, clock);
    }
}
