package dev.linekeeper.app;

import dev.linekeeper.adapter.store.TokenBucketRateLimit;
import dev.linekeeper.adapter.store.clock.DatabaseClock;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.service.people.PeopleSearch;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.RoleGroups;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.people.Scope;
import dev.linekeeper.service.setup.RoleGroupStore;
import dev.linekeeper.service.setup.RoleGroupsInForce;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.limit.RateLimit;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import dev.linekeeper.service.tenant.limit.RateLimits;
import dev.linekeeper.service.tenant.reading.SnapshotAges;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.RoleSettings;
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
 * The configured tenant: backend, rate limits, judgement settings and roles. Opens no database and no port, so a command
 * can use it beside a serving bot.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinekeeperProperties.class)
@Import({SimulatorConfiguration.SimulatorImport.class, BackendConfiguration.class, PeopleSearch.class})
class TenantConfiguration {
    private static final Duration ROLES_CACHED = Duration.ofSeconds(10);

    @Bean
    DatabaseClock clock() {
        return new DatabaseClock(Clock.systemUTC());
    }

    @Bean
    JudgementSettings judgement(LinekeeperProperties settings) {
        return settings.readiness().judgement();
    }

    @Bean
    RateLimits rateLimits(LinekeeperProperties settings) {
        var rates = settings.throttle();
        return new RateLimits(Map.of(
                RateLimitedApi.DIRECTORY,
                new ApiThrottle.ApiLimit(
                        rates.directory().callsPerSecond(), rates.directory().atOnce()),
                RateLimitedApi.TEAMS_ADMIN,
                new ApiThrottle.ApiLimit(
                        rates.teamsAdmin().callsPerSecond(), rates.teamsAdmin().atOnce()),
                RateLimitedApi.POWERSHELL,
                new ApiThrottle.ApiLimit(
                        rates.powershell().callsPerSecond(), rates.powershell().atOnce()),
                RateLimitedApi.APP_INSTALLATION,
                new ApiThrottle.ApiLimit(
                        rates.appInstallation().callsPerSecond(),
                        rates.appInstallation().atOnce()),
                RateLimitedApi.BOT_CONNECTOR,
                new ApiThrottle.ApiLimit(
                        rates.botConnector().callsPerSecond(),
                        rates.botConnector().atOnce())));
    }

    /** Shares the rate limit with the other replicas where a database is open; else counts in memory. */
    @Bean
    ApiThrottle throttle(
            RateLimits limits, LinekeeperProperties settings, ObjectProvider<RateLimit> shared, Clock clock) {
        var rateLimit = shared.getIfAvailable(() -> TokenBucketRateLimit.inMemory(limits.callsPerSecond(), clock));
        return new ApiThrottle(limits.byApi(), rateLimit, settings.throttle().longestWait(), clock, Thread::sleep);
    }

    @Bean
    TenantReader readings(TenantPorts ports, SnapshotAges ages, Clock clock) {
        return new TenantReader(ports, clock, ages, Thread::startVirtualThread);
    }

    /** With the groups that were chosen where a database is open. */
    @Bean
    RoleGroupsInForce roleGroups(LinekeeperProperties settings, ObjectProvider<RoleGroupStore> store, Clock clock) {
        return new RoleGroupsInForce(
                groups(settings.roles()), store.getIfAvailable(() -> RoleGroupStore.CLOSED), clock);
    }

    @Bean
    Roles roles(Directory directory, RoleGroupsInForce groups, Clock clock) {
        return new Roles(directory, groups, clock, ROLES_CACHED);
    }

    private static RoleGroups groups(RoleSettings roles) {
        return new RoleGroups(
                Map.of(
                        Role.ADMIN, ids(roles.admin()),
                        Role.APPROVER, ids(roles.approver()),
                        Role.HELPDESK, ids(roles.helpdesk()),
                        Role.AUDITOR, ids(roles.auditor()),
                        Role.OWNER, ids(roles.owner()),
                        Role.ATTESTER, ids(roles.attester())),
                Map.of(Role.ADMIN, scopes(roles.adminScopes()), Role.APPROVER, scopes(roles.approverScopes())));
    }

    private static Map<GroupId, Scope> scopes(Map<String, String> written) {
        return written.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        scope -> new GroupId(scope.getKey()), scope -> Scope.of(scope.getValue())));
    }

    private static Set<GroupId> ids(List<String> groups) {
        return groups.stream().filter(id -> !id.isBlank()).map(GroupId::new).collect(Collectors.toUnmodifiableSet());
    }
}
