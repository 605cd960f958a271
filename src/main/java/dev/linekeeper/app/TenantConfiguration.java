package dev.linekeeper.app;

import dev.linekeeper.adapter.store.BucketBudget;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.service.people.People;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Budget;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.RateLimits;
import dev.linekeeper.service.tenant.Readings;
import dev.linekeeper.service.tenant.SnapshotAges;
import dev.linekeeper.service.tenant.Surface;
import dev.linekeeper.service.tenant.TenantPorts;
import dev.linekeeper.service.tenant.Throttle;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The configured tenant: how it is reached, how fast, how it is judged and who may do what. Opens no database and serves
 * nobody, so a command can have it beside a serving bot.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinekeeperProperties.class)
@Import({
    SimulatorConfiguration.WhereThereIsOne.class,
    BackendConfiguration.class,
    People.class
})
class TenantConfiguration {
    private static final Duration ROLES_REMEMBERED = Duration.ofSeconds(10);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JudgementSettings judgement(LinekeeperProperties settings) {
        return settings.readiness().judgement();
    }

    @Bean
    RateLimits rateLimits(LinekeeperProperties settings) {
        var rates = settings.throttle();
        return new RateLimits(Map.of(
                Surface.DIRECTORY,
                new Throttle.Limit(
                        rates.directory().callsPerSecond(), rates.directory().atOnce()),
                Surface.TEAMS_ADMIN,
                new Throttle.Limit(
                        rates.teamsAdmin().callsPerSecond(), rates.teamsAdmin().atOnce()),
                Surface.POWERSHELL,
                new Throttle.Limit(
                        rates.powershell().callsPerSecond(), rates.powershell().atOnce()),
                Surface.APP_INSTALLATION,
                new Throttle.Limit(
                        rates.appInstallation().callsPerSecond(),
                        rates.appInstallation().atOnce())));
    }

    /** Counts with the other replicas where a database is open, and else for itself: nobody then knows of these calls. */
    @Bean
    Throttle throttle(RateLimits limits, LinekeeperProperties settings, ObjectProvider<Budget> shared, Clock clock) {
        var budget = shared.getIfAvailable(() -> BucketBudget.inMemory(limits.callsPerSecond(), clock));
        return new Throttle(limits.bySurface(), budget, settings.throttle().longestWait(), clock, Thread::sleep);
    }

    @Bean
    Readings readings(TenantPorts ports, SnapshotAges ages, Clock clock) {
        return new Readings(ports, clock, ages, Thread::startVirtualThread);
    }

    @Bean
    Roles roles(Directory directory, LinekeeperProperties settings, Clock clock) {
        var groups = settings.roles();
        return new Roles(
                directory,
                Map.of(
                        Role.ADMIN, ids(groups.admin()),
                        Role.APPROVER, ids(groups.approver()),
                        Role.HELPDESK, ids(groups.helpdesk()),
                        Role.AUDITOR, ids(groups.auditor()),
                        Role.OWNER, ids(groups.owner())),
                clock,
                ROLES_REMEMBERED);
    }

    private static Set<GroupId> ids(List<String> groups) {
        return groups.stream().filter(id -> !id.isBlank()).map(GroupId::new).collect(Collectors.toUnmodifiableSet());
    }
}
