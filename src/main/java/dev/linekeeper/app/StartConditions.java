package dev.linekeeper.app;

import dev.linekeeper.adapter.entra.IncompleteSettings;
import dev.linekeeper.adapter.entra.SettingProblems;
import dev.linekeeper.adapter.graph.GraphBackend;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.settings.LinekeeperProperties.TenantBackend;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What a bot does not start with unless somebody has written that it is meant. Commands of the shell start with all of it. */
public final class StartConditions {
    /** Ends of the Bot Framework's host names, and the cloud that is there; GCC has the public addresses. */
    private static final Map<String, String> OTHER_BOTS =
            Map.of(".botframework.azure.us", "GCC High or DoD", ".botframework.azure.cn", Cloud.CHINA.called());

    private StartConditions() {}

    /**
     * Checks them, before anything is opened.
     *
     * @throws IncompleteSettings with every condition that does not hold
     */
    public static void check(Environment environment) {
        var settings = Binder.get(environment);
        boolean registered = !given(settings, "linekeeper.bot.app-id").isBlank();
        boolean chosen =
                settings.bind("linekeeper.backend", TenantBackend.class).isBound();
        boolean real = TenantBackend.of(environment) == TenantBackend.TENANT;
        var problems = SettingProblems.of("linekeeper.");
        problems.unless(
                !registered || chosen,
                "backend is not set, and a bot with linekeeper.bot.app-id would answer people of an invented tenant");
        problems.unless(
                !real || embeddedIsMeant(settings) || !isEmbedded(settings),
                "backend=tenant would keep its requests and its audit trail in the embedded database, of one machine"
                        + " and without a copy");
        if (real) {
            Stream.of("linekeeper.graph.base-url", "linekeeper.bot.openid-metadata", "linekeeper.bot.token-scope")
                    .flatMap(setting -> cloud(given(settings, setting)))
                    .distinct()
                    .forEach(cloud ->
                            problems.add("backend=tenant is for the public clouds; Shared Calling is not in %s (TEN-01)"
                                    .formatted(cloud)));
        }
        problems.mustBeNone(
                "This bot does not start",
                "Write linekeeper.backend=demo if the demo is meant, spring.datasource.url for a PostgreSQL or"
                        + " linekeeper.embedded-database=true; a file of another cloud is judged with"
                        + " linekeeper.backend=tenant-file (src/docs/tenant-setup.md).");
    }

    private static boolean isEmbedded(Binder settings) {
        return given(settings, "spring.datasource.url").startsWith("jdbc:h2:");
    }

    private static boolean embeddedIsMeant(Binder settings) {
        return settings.bind("linekeeper.embedded-database", Boolean.class).orElse(false);
    }

    private static Stream<String> cloud(String address) {
        String host = address.isBlank() ? null : URI.create(address).getHost();
        return host == null
                ? Stream.empty()
                : Stream.concat(
                        GraphBackend.nationalCloud(host).stream().map(Cloud::called),
                        OTHER_BOTS.entrySet().stream()
                                .filter(bot -> ("." + host.toLowerCase(Locale.ROOT)).endsWith(bot.getKey()))
                                .map(Map.Entry::getValue));
    }

    private static String given(Binder settings, String name) {
        return settings.bind(name, String.class).orElse("").strip();
    }
}
