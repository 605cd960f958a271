package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.settings.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * The service URLs to which messages, and the bot's token, may be sent, whatever an activity or a stored address says.
 * HTTPS only, except to this machine.
 */
public final class ServiceUrls {
    private final HostPatterns hosts;

    private ServiceUrls(HostPatterns hosts) {
        this.hosts = hosts;
    }

    /**
     * Service URLs on these hosts.
     *
     * @param hosts host names; {@code *} stands for one or more labels
     */
    public static ServiceUrls on(List<String> hosts) {
        return new ServiceUrls(new HostPatterns(hosts));
    }

    public boolean allows(String serviceUrl) {
        try {
            URI uri = new URI(serviceUrl);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && allows(uri.getScheme(), uri.getHost());
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private boolean allows(String scheme, String host) {
        boolean encrypted = "https".equalsIgnoreCase(scheme);
        boolean local = "http".equalsIgnoreCase(scheme) && Loopback.isHost(host);
        return (encrypted || local) && hosts.match(host);
    }
}
