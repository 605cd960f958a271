package dev.linekeeper.adapter.graph;

import dev.linekeeper.adapter.entra.AppRegistration;
import dev.linekeeper.adapter.entra.IncompleteSettings;
import dev.linekeeper.adapter.entra.SettingProblems;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.Loopback;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Graph's address and the app registrations that call it.
 *
 * @param writes empty when nothing may be changed through Graph
 * @param installs the bot's own, as only the bot may install its app; empty when the settings name no app
 */
record GraphSettings(
        URI baseUrl,
        AppRegistration reads,
        Optional<AppRegistration> writes,
        Optional<AppRegistration> installs,
        String teamsAppId) {
    /**
     * The settings, checked together.
     *
     * @throws IncompleteSettings with every setting that is missing or wrong
     */
    static GraphSettings of(LinekeeperProperties settings) {
        var graph = settings.graph();
        var bot = settings.bot();
        var problems = SettingProblems.of("linekeeper.graph.");
        var tenant = SettingProblems.given(graph.tenantId())
                .or(() -> problems.required("tenant-id", bot.tenantId()))
                .orElse("");
        checkAddress(graph.baseUrl(), graph.allowedHosts(), problems);
        var reads = AppRegistration.read(graph.reads(), tenant, problems.within("reads."));
        var writes = SettingProblems.given(graph.writes().appId())
                .flatMap(_ -> AppRegistration.read(graph.writes(), tenant, problems.within("writes.")));
        problems.mustBeNone(
                "linekeeper.backend=tenant cannot be used",
                "Set what is missing, or use linekeeper.backend=tenant-file or demo.");
        var app = SettingProblems.given(bot.teamsAppId());
        return new GraphSettings(
                graph.baseUrl(), reads.orElseThrow(), writes, app.flatMap(_ -> installer(bot)), app.orElse(""));
    }

    /** The bot's registration, if any; the bot's own start-up reports what is wrong with it. */
    private static Optional<AppRegistration> installer(LinekeeperProperties.BotSettings bot) {
        var tenant = SettingProblems.given(bot.tenantId()).orElse("");
        return AppRegistration.read(bot.app(), tenant, SettingProblems.of("linekeeper.bot."));
    }

    private static void checkAddress(URI baseUrl, List<String> allowed, SettingProblems problems) {
        var host = Objects.requireNonNullElse(baseUrl.getHost(), "");
        problems.unless(
                allowed.stream().anyMatch(host::equalsIgnoreCase),
                "base-url is on a host that linekeeper.graph.allowed-hosts does not name: " + host);
        problems.unless(Loopback.isHttpsOrLocal(baseUrl), "base-url must be an https address: tokens go there");
    }
}
