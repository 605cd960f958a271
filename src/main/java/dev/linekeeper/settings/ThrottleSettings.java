package dev.linekeeper.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rate limits: calls a second by all replicas together, and calls under way on one; careful where Microsoft says none.
 *
 * @param longestWait how long a call may wait for its turn before it fails
 * @param requestsAtOnce requests that one replica applies at a time: so many ask together
 * @param teamsAdmin voice settings, policies and numbers, {@code /admin/teams} in Graph
 * @param appInstallation installing the bot for people
 * @param botConnector messages of the bot; Microsoft takes 50 a second, so at most 33 of a registered one
 */
public record ThrottleSettings(
        @DefaultValue("20s") @DurationMin(seconds = 1) @DurationMax(minutes = 2)
        Duration longestWait,

        @DefaultValue("128") @Min(1) @Max(512) int requestsAtOnce,
        @DefaultValue @Valid DirectoryRate directory,
        @DefaultValue @Valid TeamsAdminRate teamsAdmin,
        @DefaultValue @Valid PowerShellRate powershell,
        @DefaultValue @Valid AppInstallationRate appInstallation,
        @DefaultValue @Valid BotConnectorRate botConnector) {

    public record DirectoryRate(
            @DefaultValue("50") @Min(1) @Max(1000) int callsPerSecond,
            @DefaultValue("16") @Min(1) @Max(64) int atOnce) {}

    public record TeamsAdminRate(
            @DefaultValue("10") @Min(1) @Max(1000) int callsPerSecond,
            @DefaultValue("4") @Min(1) @Max(64) int atOnce) {}

    public record PowerShellRate(
            @DefaultValue("5") @Min(1) @Max(1000) int callsPerSecond,
            @DefaultValue("4") @Min(1) @Max(64) int atOnce) {}

    public record AppInstallationRate(
            @DefaultValue("5") @Min(1) @Max(1000) int callsPerSecond,
            @DefaultValue("2") @Min(1) @Max(64) int atOnce) {}

    public record BotConnectorRate(
            @DefaultValue("33") @Min(1) @Max(1_000_000) int callsPerSecond,
            @DefaultValue("64") @Min(1) @Max(256) int atOnce) {}
}
