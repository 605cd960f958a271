package dev.linekeeper.settings;

import dev.linekeeper.core.attestation.AttestationTerms;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.OperatingMode.ModeLimits;
import dev.linekeeper.core.forecast.OwnersFigures;
import dev.linekeeper.core.request.ApprovalPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.validation.annotation.Validated;

/**
 * Every setting of Linekeeper. A key under {@code linekeeper.} that is not here stops the start-up, so that a misspelt
 * one cannot go unnoticed.
 *
 * @param backend where the tenant is read and changed
 * @param tenantFile the tenant file for {@code demo} and {@code tenant-file}; a built-in one when absent
 * @param dataFolder where the embedded database and the working copy of a tenant file live
 * @param mode the most that may be changed; see {@link #modeLimits}
 * @param embeddedDatabase whether the embedded database, of one machine and without a copy, is meant for a real tenant
 * @param database the registration that signs in to PostgreSQL with tokens; without a credential the password of {@code
 *     spring.datasource} does
 * @param snapshotAge how old policies, accounts and places may be before they are read again
 * @param snapshotLimit how old they may be shown while they cannot be read; after that they are missing
 * @param emulator the simulated services of the demo
 */
@Validated
@ConfigurationProperties(value = "linekeeper", ignoreUnknownFields = false)
public record LinekeeperProperties(
        @DefaultValue("demo") TenantBackend backend,
        @Nullable Path tenantFile,
        @DefaultValue("data") Path dataFolder,
        @Nullable OperatingMode mode,
        @DefaultValue("false") boolean embeddedDatabase,
        @DefaultValue("5m") Duration snapshotAge,
        @DefaultValue("1h") Duration snapshotLimit,
        @DefaultValue @Valid BotSettings bot,
        @DefaultValue @Valid GraphProperties graph,
        @DefaultValue @Valid PowerShellProperties powershell,
        @DefaultValue GraphProperties.App database,
        @DefaultValue @Valid ThrottleSettings throttle,
        @DefaultValue @Valid EmulatorSettings emulator,
        @DefaultValue @Valid ReadinessSettings readiness,
        @DefaultValue @Valid PaceSettings pace,
        @DefaultValue WebSettings web,
        @DefaultValue @Valid FileSettings files,
        @DefaultValue @Valid RoleSettings roles,
        @DefaultValue @Valid ApprovalSettings approval,
        @DefaultValue @Valid BulkSettings bulk,
        @DefaultValue ScheduleSettings schedule,
        @DefaultValue @Valid AuditSettings audit,
        @DefaultValue @Valid HistorySettings history,
        @DefaultValue @Valid WatchSettings watch,
        @DefaultValue DigestSettings digest,
        @DefaultValue ForecastSettings forecast,
        @DefaultValue CostSettings cost,
        @DefaultValue @Valid OverrideSettings override,
        @DefaultValue @Valid AttestationSettings attestation,
        @DefaultValue @Valid ReservationSettings reservation,
        @DefaultValue PlaygroundSettings playground) {
    private static final int MOST_MESSAGES = 33;

    /** Whether a bot in Teams stays below what Teams takes; without an identity it writes to this machine alone. */
    @AssertTrue(
            message = "linekeeper.throttle.bot-connector.calls-per-second is at most 33 with linekeeper.bot.app-id,"
                    + " as Teams takes 50")
    public boolean isWithinTeamsLimit() {
        return bot.appId() == null || throttle.botConnector().callsPerSecond() <= MOST_MESSAGES;
    }

    /** Any mode can be switched to where none is written; then a real tenant is only read at first. Live waits as long as a request. */
    public ModeLimits modeLimits() {
        var start = backend == TenantBackend.TENANT ? OperatingMode.READ_ONLY : OperatingMode.LIVE;
        return mode == null
                ? new ModeLimits(start, OperatingMode.LIVE, approval.expiry())
                : new ModeLimits(mode, mode, approval.expiry());
    }

    /** Whose days digests are of. */
    public ZoneId digestZone() {
        return Objects.requireNonNullElse(digest.zone(), schedule.zone());
    }

    /** What the owner has filled in for forecasts and costs. */
    public OwnersFigures figures() {
        return new OwnersFigures(forecast.assumptions(), cost.prices());
    }

    /** For how long something is attested, in the days of schedules. */
    public AttestationTerms attestationTerms() {
        return new AttestationTerms(attestation.days(), attestation.remindBefore(), schedule.zone());
    }

    public enum TenantBackend {
        DEMO,
        TENANT,
        TENANT_FILE;

        /** The backend that is chosen, before the settings are bound. */
        public static TenantBackend of(Environment environment) {
            return Binder.get(environment)
                    .bind("linekeeper.backend", TenantBackend.class)
                    .orElse(DEMO);
        }
    }

    /**
     * The bot's identity; without an app id the bot serves loopback only.
     *
     * @param appId the Entra application id of the bot
     * @param tenantId the Entra tenant the bot is registered in
     * @param credential how the bot proves who it is
     * @param clientId the client id of the user-assigned managed identity, when it is not the app id
     * @param certificate a PEM or PFX file, for {@code certificate}
     * @param certificatePassword of a PFX file
     * @param secret the client secret, for {@code secret}
     * @param teamsAppId the id of the bot's app in the tenant's Teams catalogue, to install it for people who must be told
     *     something; without it nobody is written to who has not added the bot
     * @param openidMetadata where the connector's signing keys are described
     * @param issuer who issues the connector's tokens
     * @param tokenScope what the bot asks a token for
     * @param allowedServiceUrls host patterns replies may go to; {@code *} stands for one or more labels
     * @param allowedTenants Entra tenant ids served; the bot's own when empty
     */
    public record BotSettings(
            @Nullable String appId,
            @Nullable String tenantId,
            @Nullable Credential credential,
            @Nullable String clientId,
            @Nullable Path certificate,
            @Nullable String certificatePassword,
            @Nullable String secret,
            @Nullable String teamsAppId,

            @DefaultValue("https://login.botframework.com/v1/.well-known/openidconfiguration")
            URI openidMetadata,

            @DefaultValue("https://api.botframework.com") String issuer,

            @DefaultValue("https://api.botframework.com/.default")
            String tokenScope,

            @DefaultValue({"smba.trafficmanager.net", "*.botframework.com", "*.teams.microsoft.com"})
            List<String> allowedServiceUrls,

            @DefaultValue List<String> allowedTenants) {

        public enum Credential {
            MANAGED_IDENTITY,
            CERTIFICATE,
            SECRET
        }

        /** The bot's app registration. */
        public GraphProperties.App app() {
            return new GraphProperties.App(appId, credential, clientId, certificate, certificatePassword, secret);
        }

        /** Leaves the secret and the password out. */
        @Override
        public String toString() {
            return "Bot[appId=%s, tenantId=%s, credential=%s]".formatted(appId, tenantId, credential);
        }
    }

    /**
     * Microsoft Graph, for the backend {@code tenant}: two app registrations, so that answering a question never holds
     * the right to change something.
     *
     * @param baseUrl where Graph is, version included; another one for national clouds and stand-ins
     * @param allowedHosts hosts that may be given a token; {@code base-url} must be on one of them
     * @param tenantId the Entra tenant; the bot's own when absent
     * @param reads the registration that reads
     * @param writes the registration that changes; without an app id nothing can be changed through Graph
     */
    public record GraphProperties(
            @DefaultValue("https://graph.microsoft.com/v1.0")
            URI baseUrl,

            @DefaultValue({
                "graph.microsoft.com",
                "graph.microsoft.us",
                "dod-graph.microsoft.us",
                "microsoftgraph.chinacloudapi.cn"
            })
            List<String> allowedHosts,

            @Nullable String tenantId,
            @DefaultValue App reads,
            @DefaultValue App writes) {

        /** One app registration; the members mean what they mean for the bot. */
        public record App(
                @Nullable String appId,
                BotSettings.@Nullable Credential credential,
                @Nullable String clientId,
                @Nullable Path certificate,
                @Nullable String certificatePassword,
                @Nullable String secret) {
            /** Leaves the secret and the password out. */
            @Override
            public String toString() {
                return "App[appId=%s, credential=%s]".formatted(appId, credential);
            }
        }
    }

    /**
     * How requests are decided.
     *
     * @param expiry how long a request waits for a decision
     * @param quorum how many approvers must agree
     * @param highRiskQuorum how many must agree when the risk is high; 1 is a choice one has to write down
     * @param reminders when approvers are reminded, after the request was made
     * @param undoFor how long a completed request can be undone
     * @param secondLookAfter after how long a request is judged again when an approver opens it
     */
    public record ApprovalSettings(
            @DefaultValue("3d") @NotNull Duration expiry,
            @DefaultValue("1") @Min(1) @Max(5) int quorum,
            @DefaultValue("2") @Min(1) @Max(5) int highRiskQuorum,
            @DefaultValue({"30m", "2h", "18h"}) List<Duration> reminders,
            @DefaultValue("7d") Duration undoFor,
            @DefaultValue("1h") Duration secondLookAfter) {

        public ApprovalPolicy policy() {
            return new ApprovalPolicy(expiry, quorum, highRiskQuorum, reminders, undoFor, secondLookAfter);
        }
    }

    /** Days that requests name; {@code zone} is the time zone in which they begin and end. */
    public record ScheduleSettings(@DefaultValue("UTC") ZoneId zone) {}

    /** The chat page; {@code personas} are the user principal names one can be there. */
    public record PlaygroundSettings(@DefaultValue List<String> personas) {}
}
