package dev.linekeeper.app;

import dev.linekeeper.adapter.cli.Surroundings;
import dev.linekeeper.adapter.jobs.AgendaConfiguration;
import dev.linekeeper.adapter.store.DatabaseTrouble;
import dev.linekeeper.core.enrolment.AwaitingDecision;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.Request;
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
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.TenantPorts;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The bot's store for the command line: opened beside the backends, with nobody who serves or applies. */
final class ShellRecords {
    private ShellRecords() {}

    static Surroundings.Records open(String request) {
        var context = start(request);
        var ports = context.getBean(TenantPorts.class);
        var requests = requests(context, ports);
        return new Surroundings.Records(
                new Exporting(
                        context.getBean(RequestStore.class),
                        ports.directory(),
                        ports.organisation(),
                        context.getBean(AuditTrail.class),
                        context.getBean(Clock.class)),
                requests.confirming(),
                ports.directory(),
                context);
    }

    private static ConfigurableApplicationContext start(String request) {
        try {
            return ShellStart.of(Kept.class);
        } catch (BackendFailure failed) {
            throw DatabaseTrouble.isInUse(failed)
                    ? new BackendFailure(
                            BackendFailure.Kind.CONFLICT,
                            "The database is in use by the running bot: say 'export %s' to it instead"
                                    .formatted(request))
                    : failed;
        }
    }

    /** Whatever is decided here is applied by the serving bot: this one has no leave to write. */
    private static Requests requests(ConfigurableApplicationContext context, TenantPorts ports) {
        var clock = context.getBean(Clock.class);
        var settings = context.getBean(LinekeeperProperties.class);
        return new Requests(
                new Requests.Kept(
                        context.getBean(RequestStore.class),
                        context.getBean(AuditTrail.class),
                        context.getBean(Agenda.class),
                        context.getBean(Tokens.class),
                        context.getBean(Transactions.class)),
                new Requests.Tenancy(
                        ports.readings(clock, settings.snapshotAge()),
                        new Roles(ports.directory(), settings.roles().byRole(), clock, Duration.ZERO),
                        context.getBean(Settings.class),
                        new Writing(ports.numbers(), ports.policyGrants(), ports.voiceSwitch()),
                        () -> OperatingMode.READ_ONLY),
                settings.approval().policy(),
                new Silence(),
                new Requests.Time(clock, Thread::sleep, Patience.USUAL));
    }

    /** The serving bot tells people; the agenda brings the news to it. */
    private record Silence() implements RequestEvents {
        @Override
        public void changed(Optional<Request> before, Request after) {}

        @Override
        public void stillWaiting(AwaitingDecision request) {}
    }

    /** Not a @Configuration, so that the serving bot's class-path scan passes it by. */
    @Import({ShellSurroundings.Backends.class, AgendaConfiguration.class})
    @ComponentScan("dev.linekeeper.adapter.store")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Kept {}
}
