package dev.linekeeper.adapter.teams.auth;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import dev.linekeeper.adapter.teams.auth.BotIdentity.RegisteredBot;
import dev.linekeeper.adapter.teams.auth.BotIdentity.UnregisteredBot;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.Check;
import dev.linekeeper.service.checkup.Check.State;
import dev.linekeeper.service.checkup.Checkup;
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
    private final LinekeeperProperties.Bot settings;
    private final boolean tenantExpected;
    private final Function<RegisteredBot, TokenCredential> credential;

    /** Without an identity nothing is wrong unless a real tenant is connected. */
    public BotCheckup(BotIdentity identity, LinekeeperProperties settings, Function<RegisteredBot, TokenCredential> credential) {
        this.identity = identity;
        this.settings = settings.bot();
        this.tenantExpected = settings.backend() == LinekeeperProperties.Backend.TENANT;
        this.credential = credential;
    }

    @Override
    public List<Check> checks() {
        var checks = new ArrayList<Check>();
        switch (identity) {
            case UnregisteredBot _ ->
                checks.add(
                        Check.of("bot", tenantExpected ? State.MISSING : State.NOT_NEEDED, IDENTITY, Check.nothing()));
            case RegisteredBot self -> {
                checks.add(Check.of(
                        "bot",
                        State.GOOD,
                        IDENTITY,
                        Check.found("%s, %s, %s"
                                .formatted(
                                        self.app().appId(),
                                        self.app().tenantId(),
                                        self.app().proof().getClass().getSimpleName()))));
                checks.add(token(self));
                checks.add(keys(self.metadata()));
                checks.add(Check.of(
                        "bot.tenants",
                        State.GOOD,
                        "linekeeper.bot.allowed-tenants",
                        Check.found(String.join(
                                " ",
                                identity.tenants(settings.allowedTenants()).stream()
                                        .sorted()
                                        .toList()))));
                checks.add(addresses());
            }
        }
        return checks;
    }

    private Check token(RegisteredBot self) {
        try {
            credential.apply(self).getTokenSync(new TokenRequestContext().addScopes(self.scope()));
            return Check.of("bot.token", State.GOOD, self.scope(), Check.found(self.app().appId()));
        } catch (RuntimeException refused) {
            return Check.of("bot.token", State.MISSING, self.scope(), Check.found(firstLine(refused)));
        }
    }

    private static Check keys(URI metadata) {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(metadata).timeout(PATIENCE).build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return keys(metadata, status == 200 ? State.GOOD : State.MISSING, Check.found("HTTP " + status));
        } catch (IOException unreachable) {
            return keys(
                    metadata,
                    State.MISSING,
                    Check.found(unreachable.getClass().getSimpleName()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return keys(metadata, State.UNKNOWN, Check.unchecked("interrupted"));
        }
    }

    private static Check keys(URI metadata, State state, Explanation found) {
        return Check.of("bot.keys", state, metadata.toString(), found, String.valueOf(metadata.getHost()));
    }

    /** A pattern of nothing but stars sends tokens anywhere. */
    private Check addresses() {
        var allowed = settings.allowedServiceUrls();
        boolean open = allowed.stream().anyMatch(host -> host.strip().matches("\\**(\\.\\w+)?"));
        return Check.of(
                "bot.addresses",
                open ? State.ATTENTION : State.GOOD,
                "linekeeper.bot.allowed-service-urls",
                Check.found(String.join(" ", allowed)));
    }

    /** What Entra says is on the first line; the rest is for its support desk. */
    private static String firstLine(RuntimeException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
