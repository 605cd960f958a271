package dev.linekeeper.adapter.teams.auth;

import dev.linekeeper.adapter.entra.AppRegistration;
import dev.linekeeper.adapter.entra.IncompleteSettings;
import dev.linekeeper.adapter.entra.SettingProblems;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.Loopback;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bot's identity in Teams. */
public sealed interface BotIdentity {
    /** No identity: tokens are neither checked nor sent, so only this machine may connect. */
    record UnregisteredBot() implements BotIdentity {}

    /**
     * A single-tenant bot.
     *
     * @param app the bot's app registration; its id is the audience of tokens from Teams
     * @param metadata the address that describes the connector's signing keys
     * @param issuer of the connector's tokens
     * @param scope of the bot's own tokens
     */
    record RegisteredBot(AppRegistration app, URI metadata, String issuer, String scope) implements BotIdentity {}

    /**
     * The identity in the settings; {@link UnregisteredBot} when all its settings are absent.
     *
     * @throws IncompleteSettings with every setting that is missing or wrong
     */
    static BotIdentity of(LinekeeperProperties.BotSettings settings) {
        if (!isBegun(settings)) {
            return new UnregisteredBot();
        }
        var problems = SettingProblems.of("linekeeper.bot.");
        var tenantId = problems.required("tenant-id", settings.tenantId()).orElse("");
        var app = AppRegistration.read(settings.app(), tenantId, problems);
        mustBeId("app-id", settings.appId(), problems);
        mustBeId("tenant-id", settings.tenantId(), problems);
        mustBeId("client-id", settings.clientId(), problems);
        problems.unless(Loopback.isHttpsOrLocal(settings.openidMetadata()), "openid-metadata must be an https address");
        problems.mustBeNone(
                "The bot's identity is incomplete",
                "Set what is missing (environment variables work too: LINEKEEPER_BOT_APP_ID), or remove every"
                        + " linekeeper.bot setting of it to serve this machine only, without tokens.");
        return new RegisteredBot(
                app.orElseThrow(), settings.openidMetadata(), settings.issuer(), settings.tokenScope());
    }

    private static boolean isBegun(LinekeeperProperties.BotSettings settings) {
        return settings.credential() != null
                || settings.certificate() != null
                || Stream.of(
                                settings.appId(),
                                settings.tenantId(),
                                settings.clientId(),
                                settings.secret(),
                                settings.certificatePassword())
                        .anyMatch(text -> SettingProblems.given(text).isPresent());
    }

    private static void mustBeId(String name, @Nullable String value, SettingProblems problems) {
        var uuid = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        problems.unless(
                SettingProblems.given(value)
                        .map(id -> uuid.matcher(id).matches())
                        .orElse(true),
                name + " is not an id like 8e0e1a0c-0000-0000-0000-000000000000");
    }

    /** The tenants the bot serves: those named, else its own. Empty means any, for an unregistered bot only. */
    default Set<String> tenants(List<String> named) {
        return switch (this) {
            case UnregisteredBot _ -> Set.copyOf(named);
            case RegisteredBot bot -> named.isEmpty() ? Set.of(bot.app().tenantId()) : Set.copyOf(named);
        };
    }
}
