package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.service.tenant.limit.ApiThrottle.ApiLimit;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import dev.linekeeper.service.tenant.limit.RateLimits;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ThrottleSettingsTest {
    @EnableConfigurationProperties(LinekeeperProperties.class)
    static class SettingsAlone {}

    private final ApplicationContextRunner start =
            new ApplicationContextRunner().withUserConfiguration(SettingsAlone.class);

    @Test
    void unset_they_are_careful_with_teams_administration() {
        start.run(context -> {
            var settings = context.getBean(LinekeeperProperties.class);
            assertThat(limits(settings).byApi()).containsOnlyKeys(RateLimitedApi.values());
            assertThat(limits(settings).byApi()).containsEntry(RateLimitedApi.TEAMS_ADMIN, new ApiLimit(10, 4));
            assertThat(settings.throttle().longestWait()).isEqualTo(Duration.ofSeconds(20));
        });
    }

    @Test
    void one_number_can_be_set_and_the_other_left() {
        start.withPropertyValues(
                        "linekeeper.throttle.teams-admin.calls-per-second=30",
                        "linekeeper.throttle.app-installation.at-once=1")
                .run(context -> {
                    var limits = limits(context.getBean(LinekeeperProperties.class));
                    assertThat(limits.byApi())
                            .containsEntry(RateLimitedApi.TEAMS_ADMIN, new ApiLimit(30, 4))
                            .containsEntry(RateLimitedApi.APP_INSTALLATION, new ApiLimit(5, 1));
                    assertThat(limits.callsPerSecond()).containsEntry(RateLimitedApi.TEAMS_ADMIN, 30);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linekeeper.throttle.teams-admin.calls-per-second=0",
                "linekeeper.throttle.teams-admin.at-once=0",
                "linekeeper.throttle.directory.calls-per-second=1001",
                "linekeeper.throttle.longest-wait=0s",
                "linekeeper.throttle.longest-wait=10m",
                "linekeeper.throttle.teams.calls-per-second=10"
            })
    void what_makes_no_sense_stops_the_start(String setting) {
        start.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    @Test
    void only_a_bot_that_is_not_in_teams_may_write_more_than_teams_takes() {
        String many = "linekeeper.throttle.bot-connector.calls-per-second=34";
        start.withPropertyValues(many).run(context -> assertThat(context).hasNotFailed());
        start.withPropertyValues(many, "linekeeper.bot.app-id=00000000-0000-0000-0000-0000000000b0")
                .run(context -> assertThat(context).hasFailed());
    }

    private static RateLimits limits(LinekeeperProperties settings) {
        return new TenantConfiguration().rateLimits(settings);
    }
}
