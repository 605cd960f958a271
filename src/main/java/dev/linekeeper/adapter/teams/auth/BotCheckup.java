package dev.linekeeper.adapter.teams.auth;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import dev.linekeeper.adapter.teams.auth.BotIdentity.RegisteredBot;
import dev.linekeeper.adapter.teams.auth.BotIdentity.UnregisteredBot;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.settings.LinekeeperProperties;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Checks the bot's identity: its registration, token, signing keys, tenants and service URLs. */
public final class BotCheckup implements Checkup {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String IDENTITY = "linekeeper.bot.app-id, .tenant-id, .credential";

    private final BotIdentity identity;
    private final LinekeeperProperties.BotSettings settings;
    private final boolean tenantExpected;
    private final Function<RegisteredBot, TokenCredential> credential;

    /** A missing identity is only a fault when a real tenant is connected. */
    public BotCheckup(
            BotIdentity identity, LinekeeperProperties settings, Function<RegisteredBot, TokenCredential> credential) {
        this.identity = identity;
        this.settings = settings.bot();
        this.tenantExpected = settings.backend() == LinekeeperProperties.TenantBackend.TENANT;
        this.credential = credential;
    }

    @Override
    public List<SetupCheck> checks() {
        var checks = new ArrayList<SetupCheck>();
        switch (identity) {
            case UnregisteredBot _ ->
                checks.add(SetupCheck.of(
                        "bot",
                        tenantExpected ? CheckState.MISSING : CheckState.NOT_NEEDED,
                        IDENTITY,
                        SetupCheck.nothingFound()));
            case RegisteredBot bot -> {
                checks.add(SetupCheck.of(
                        "bot",
                        CheckState.GOOD,
                        IDENTITY,
                        SetupCheck.found("%s, %s, %s"
                                .formatted(
                                        bot.app().appId(),
                                        bot.app().tenantId(),
                                        bot.app().proof().getClass().getSimpleName()))));
                checks.add(token(bot));
                checks.add(keys(bot.metadata()));
                checks.add(SetupCheck.of(
                        "bot.tenants",
                        CheckState.GOOD,
                        "linekeeper.bot.allowed-tenants",
                        SetupCheck.found(String.join(
                                " ",
                                identity.tenants(settings.allowedTenants()).stream()
                                        .sorted()
                                        .toList()))));
                checks.add(serviceUrls());
            }
        }
        return checks;
    }

    private SetupCheck token(RegisteredBot bot) {
        try {
            credential.apply(bot).getTokenSync(new TokenRequestContext().addScopes(bot.scope()));
            return SetupCheck.of(
                    "bot.token",
                    CheckState.GOOD,
                    bot.scope(),
                    SetupCheck.found(bot.app().appId()));
        } catch (RuntimeException refused) {
            return SetupCheck.of("bot.token", CheckState.MISSING, bot.scope(), SetupCheck.found(firstLine(refused)));
        }
    }

    private static SetupCheck keys(URI metadata) {
        try (var http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            var request = HttpRequest.newBuilder(metadata).timeout(TIMEOUT).build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return keys(
                    metadata, status == 200 ? CheckState.GOOD : CheckState.MISSING, SetupCheck.found("HTTP " + status));
        } catch (IOException unreachable) {
            return keys(
                    metadata,
                    CheckState.MISSING,
                    SetupCheck.found(unreachable.getClass().getSimpleName()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return keys(metadata, CheckState.UNKNOWN, SetupCheck.notChecked("interrupted"));
        }
    }

    private static SetupCheck keys(URI metadata, CheckState state, Explanation found) {
        return SetupCheck.of("bot.keys", state, metadata.toString(), found, String.valueOf(metadata.getHost()));
    }

    /** A host pattern such as {@code *} would send tokens anywhere. */
    private SetupCheck serviceUrls() {
        var allowed = settings.allowedServiceUrls();
        boolean open = allowed.stream().anyMatch(host -> host.strip().matches("\\**(\\.\\w+)?"));
        return SetupCheck.of(
                "bot.addresses",
                open ? CheckState.ATTENTION : CheckState.GOOD,
                "linekeeper.bot.allowed-service-urls",
                SetupCheck.found(String.join(" ", allowed)));
    }

    /** Entra's error is on the first line; the others are ids for Microsoft's support. */
    private static String firstLine(RuntimeException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
