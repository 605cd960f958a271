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

/** Who the bot is to Teams, whether it can prove that, and whom it serves. */
public final class BotCheckup implements Checkup {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String IDENTITY = "linekeeper.bot.app-id, .tenant-id, .credential";

    private final BotIdentity identity;
    private final LinekeeperProperties.BotSettings settings;
    private final boolean tenantExpected;
    private final Function<RegisteredBot, TokenCredential> credential;

    /** Without an identity nothing is wrong unless a real tenant is connected. */
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
                        SetupCheck.nothing()));
            case RegisteredBot self -> {
                checks.add(SetupCheck.of(
                        "bot",
                        CheckState.GOOD,
                        IDENTITY,
                        SetupCheck.found("%s, %s, %s"
                                .formatted(
                                        self.app().appId(),
                                        self.app().tenantId(),
                                        self.app().proof().getClass().getSimpleName()))));
                checks.add(token(self));
                checks.add(keys(self.metadata()));
                checks.add(SetupCheck.of(
                        "bot.tenants",
                        CheckState.GOOD,
                        "linekeeper.bot.allowed-tenants",
                        SetupCheck.found(String.join(
                                " ",
                                identity.tenants(settings.allowedTenants()).stream()
                                        .sorted()
                                        .toList()))));
                checks.add(addresses());
            }
        }
        return checks;
    }

    private SetupCheck token(RegisteredBot self) {
        try {
            credential.apply(self).getTokenSync(new TokenRequestContext().addScopes(self.scope()));
            return SetupCheck.of(
                    "bot.token",
                    CheckState.GOOD,
                    self.scope(),
                    SetupCheck.found(self.app().appId()));
        } catch (RuntimeException refused) {
            return SetupCheck.of("bot.token", CheckState.MISSING, self.scope(), SetupCheck.found(firstLine(refused)));
        }
    }

    private static SetupCheck keys(URI metadata) {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(metadata).timeout(PATIENCE).build();
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
            return keys(metadata, CheckState.UNKNOWN, SetupCheck.unchecked("interrupted"));
        }
    }

    private static SetupCheck keys(URI metadata, CheckState state, Explanation found) {
        return SetupCheck.of("bot.keys", state, metadata.toString(), found, String.valueOf(metadata.getHost()));
    }

    /** A pattern of nothing but stars sends tokens anywhere. */
    private SetupCheck addresses() {
        var allowed = settings.allowedServiceUrls();
        boolean open = allowed.stream().anyMatch(host -> host.strip().matches("\\**(\\.\\w+)?"));
        return SetupCheck.of(
                "bot.addresses",
                open ? CheckState.ATTENTION : CheckState.GOOD,
                "linekeeper.bot.allowed-service-urls",
                SetupCheck.found(String.join(" ", allowed)));
    }

    /** What Entra says is on the first line; the rest is for its support desk. */
    private static String firstLine(RuntimeException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
