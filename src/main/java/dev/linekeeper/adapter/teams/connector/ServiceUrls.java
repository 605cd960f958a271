package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.settings.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The service URLs to which messages, and the bot's token, may be sent, whatever an activity or a stored address says.
 * HTTPS only, except to this machine.
 */
public final class ServiceUrls {
    private final List<Pattern> hosts;

    private ServiceUrls(List<Pattern> hosts) {
        this.hosts = hosts;
    }

    /**
     * Service URLs on these hosts.
     *
     * @param hosts host names; {@code *} stands for one or more labels
     */
    public static ServiceUrls on(List<String> hosts) {
        return new ServiceUrls(hosts.stream().map(ServiceUrls::pattern).toList());
    }

    private static Pattern pattern(String host) {
        return Pattern.compile(
                Arrays.stream(host.strip().toLowerCase(Locale.ROOT).split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[a-z0-9-]+(?:\\.[a-z0-9-]+)*")));
    }

    public boolean allows(String serviceUrl) {
        try {
            URI uri = new URI(serviceUrl);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && allows(uri.getScheme(), uri.getHost().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private boolean allows(String scheme, String host) {
        boolean encrypted = "https".equalsIgnoreCase(scheme);
        boolean local = "http".equalsIgnoreCase(scheme) && Loopback.isHost(host);
        return (encrypted || local)
                && hosts.stream().anyMatch(pattern -> pattern.matcher(host).matches());
    }
}
