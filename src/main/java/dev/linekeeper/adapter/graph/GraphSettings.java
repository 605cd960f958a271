package dev.linekeeper.adapter.graph;

import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.LinekeeperProperties.Graph.App;
import dev.linekeeper.settings.Loopback;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where Graph is and as whom we call it.
 *
 * @param writes empty when nothing may be changed through Graph
 * @param installs the bot itself, for nobody else may install its app; empty when no app is named
 */
record GraphSettings(
        URI baseUrl,
        Registration reads,
        Optional<Registration> writes,
        Optional<Registration> installs,
        String teamsAppId) {
    private static final String PREFIX = "linekeeper.graph.";

    /**
     * The settings as far as they make sense together.
     *
     * @throws UnusableBackend with everything that is missing or wrong
     */
    static GraphSettings of(LinekeeperProperties settings) {
        var graph = settings.graph();
        List<String> problems = new ArrayList<>();
        var tenant = Registration.set(graph.tenantId())
                .or(() -> Registration.set(settings.bot().tenantId()));
        if (tenant.isEmpty()) {
            problems.add(PREFIX + "tenant-id is missing");
        }
        checkAddress(graph.baseUrl(), graph.allowedHosts(), problems);
        var reads = registration("reads", graph.reads(), tenant.orElse(""), problems);
        if (reads.isEmpty() && Registration.set(graph.reads().appId()).isEmpty()) {
            problems.add(PREFIX + "reads.app-id is missing");
        }
        var writes = registration("writes", graph.writes(), tenant.orElse(""), problems);
        if (!problems.isEmpty()) {
            throw new UnusableBackend(String.join("; ", problems));
        }
        var app = Registration.set(settings.bot().teamsAppId());
        return new GraphSettings(
                graph.baseUrl(), reads.orElseThrow(), writes, app.flatMap(_ -> bot(settings.bot())), app.orElse(""));
    }

    private static Optional<Registration> bot(LinekeeperProperties.Bot bot) {
        return Registration.set(bot.appId())
                .flatMap(appId -> Registration.proof(
                                new App(
                                        bot.appId(),
                                        bot.credential(),
                                        bot.clientId(),
                                        bot.certificate(),
                                        bot.certificatePassword(),
                                        bot.secret()),
                                appId)
                        .map(proof -> new Registration(
                                appId, Registration.set(bot.tenantId()).orElse(""), proof)));
    }

    private static void checkAddress(URI baseUrl, List<String> allowed, List<String> problems) {
        var host = Optional.ofNullable(baseUrl.getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (allowed.stream().noneMatch(host::equalsIgnoreCase)) {
            problems.add(PREFIX + "base-url is on a host that " + PREFIX + "allowed-hosts does not name: " + host);
        }
        if (!Loopback.isHttpsOrLocal(baseUrl)) {
            problems.add(PREFIX + "base-url must be an https address: tokens go there");
        }
    }

    private static Optional<Registration> registration(
            String name, App settings, String tenant, List<String> problems) {
        return Registration.set(settings.appId()).flatMap(appId -> {
            var proof = Registration.proof(settings, appId);
            if (proof.isEmpty()) {
                problems.add("%s%s.credential (managed-identity, certificate or secret) is missing or incomplete"
                        .formatted(PREFIX, name));
            }
            return proof.map(how -> new Registration(appId, tenant, how));
        });
    }
}
