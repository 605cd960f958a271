package dev.linekeeper.adapter.teams.auth;

import dev.linekeeper.settings.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Who may read the metrics beside programs on this machine: {@code linekeeper.web.metrics-readers}. Who is behind a proxy is
 * whom {@code X-Forwarded-For} names, if {@code linekeeper.web.trusted-proxies} has the proxy; else nobody.
 */
public final class MetricsReaders {
    private final List<IpAddressMatcher> readers;
    private final List<IpAddressMatcher> proxies;

    public MetricsReaders(WebSettings settings) {
        this.readers = networks("linekeeper.web.metrics-readers", settings.metricsReaders());
        this.proxies = networks("linekeeper.web.trusted-proxies", settings.trustedProxies());
    }

    private static List<IpAddressMatcher> networks(String setting, List<String> texts) {
        return texts.stream().map(text -> network(setting, text)).toList();
    }

    private static IpAddressMatcher network(String setting, String text) {
        try {
            return new IpAddressMatcher(text.strip());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "%s: '%s' is no address such as 10.0.0.7 and no network such as 10.0.0.0/16"
                            .formatted(setting, text),
                    wrong);
        }
    }

    boolean includes(HttpServletRequest request) {
        return LoopbackFilter.isLocal(request)
                || client(request).filter(client -> isOneOf(readers, client)).isPresent();
    }

    /** The last address in the chain that is no trusted proxy's; empty when it is unknown. */
    private Optional<String> client(HttpServletRequest request) {
        String chain = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
        String peer = request.getRemoteAddr();
        if (!isOneOf(proxies, peer)) {
            return Optional.of(peer).filter(_ -> !LoopbackFilter.isForwarded(request));
        }
        return List.of(chain.split(",")).reversed().stream()
                .map(String::strip)
                .filter(address -> !isOneOf(proxies, address))
                .findFirst();
    }

    private static boolean isOneOf(List<IpAddressMatcher> networks, String address) {
        try {
            return networks.stream().anyMatch(network -> network.matches(address));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
