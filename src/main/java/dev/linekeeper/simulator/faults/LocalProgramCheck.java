package dev.linekeeper.simulator.faults;

import com.sun.net.httpserver.HttpExchange;
import dev.linekeeper.settings.Loopback;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

/**
 * Restricts the fault switches to programs on this machine. Refuses browsers, whose changing requests carry an
 * {@code Origin}, requests to another host name (DNS rebinding), and requests through a proxy.
 */
public final class LocalProgramCheck {
    private static final List<String> PAGE_AND_PROXY_HEADERS =
            List.of("Origin", "Sec-Fetch-Site", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    private LocalProgramCheck() {}

    /** Thrown for a request that is not from a program on this machine. */
    public static final class NotThisMachine extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotThisMachine() {
            super("The fault switches are for programs on this machine, such as curl; not for pages and not from"
                    + " elsewhere.");
        }
    }

    public static void mustAsk(HttpServletRequest request) {
        mustAsk(request.getRemoteAddr(), request.getServerName(), header -> request.getHeader(header) != null);
    }

    /** For the JDK's server. */
    public static void mustAsk(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        mustAsk(
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                String.valueOf(URI.create("http://" + headers.getFirst("Host")).getHost()),
                headers::containsKey);
    }

    private static void mustAsk(String from, String host, Predicate<String> hasHeader) {
        if (!Loopback.isConnection(from, host)
                || PAGE_AND_PROXY_HEADERS.stream().anyMatch(hasHeader)) {
            throw new NotThisMachine();
        }
    }
}
