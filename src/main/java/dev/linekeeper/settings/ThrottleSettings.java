package dev.linekeeper.settings;

import dev.linekeeper.service.tenant.Surface;
import dev.linekeeper.service.tenant.Throttle;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast the tenant is called. Where Microsoft publishes no limit, the defaults are careful.
 *
 * @param longestWait how long a call may wait for its turn before it fails
 * @param directory people, groups and licences: 50 a second, 16 at once
 * @param teamsAdmin voice settings, policies and numbers, {@code /admin/teams} in Graph: 10 a second, 4 at once
 * @param powershell cmdlets: 5 a second, 4 at once
 * @param appInstallation installing the bot for people: 5 a second, 2 at once
 */
public record ThrottleSettings(
        @DefaultValue("20s") @DurationMin(seconds = 1) @DurationMax(minutes = 2)
        Duration longestWait,

        @DefaultValue @Valid Rate directory,
        @DefaultValue @Valid Rate teamsAdmin,
        @DefaultValue @Valid Rate powershell,
        @DefaultValue @Valid Rate appInstallation) {

    /**
     * What one surface bears.
     *
     * @param callsPerSecond by all replicas together
     * @param atOnce under way on one replica
     */
    public record Rate(
            @Min(1) @Max(1000) @Nullable Integer callsPerSecond,
            @Min(1) @Max(64) @Nullable Integer atOnce) {
        private Throttle.Limit or(int usualCallsPerSecond, int usuallyAtOnce) {
            return new Throttle.Limit(
                    callsPerSecond == null ? usualCallsPerSecond : callsPerSecond,
                    atOnce == null ? usuallyAtOnce : atOnce);
        }
    }

    public Map<Surface, Throttle.Limit> limits() {
        return Arrays.stream(Surface.values()).collect(Collectors.toMap(Function.identity(), this::limit));
    }

    /** Calls a second by surface. */
    public Map<Surface, Integer> rates() {
        return limits().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, limit -> limit.getValue().callsPerSecond()));
    }

    private Throttle.Limit limit(Surface surface) {
        return switch (surface) {
            case DIRECTORY -> directory.or(50, 16);
            case TEAMS_ADMIN -> teamsAdmin.or(10, 4);
            case POWERSHELL -> powershell.or(5, 4);
            case APP_INSTALLATION -> appInstallation.or(5, 2);
        };
    }
}
