package dev.linekeeper.adapter.teams.auth;

import dev.linekeeper.service.audit.RefusedRequests;
import dev.linekeeper.service.audit.RefusedRequests.RequestRefusal;
import dev.linekeeper.settings.Loopback;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests from other machines while the bot has no identity. Also refuses web pages in a browser on this machine,
 * whose requests name another host (DNS rebinding) or origin, and requests that a proxy forwards.
 */
final class LoopbackFilter extends OncePerRequestFilter {
    private static final List<String> PROXY_HEADERS =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-Host", "Via");

    private final RefusedRequests refused;

    LoopbackFilter(RefusedRequests refused) {
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isLocal(request)) {
            chain.doFilter(request, response);
        } else {
            refused.count(RequestRefusal.NOT_THIS_MACHINE);
            HttpProblem.refused(HttpStatus.FORBIDDEN, "not-loopback remote=" + request.getRemoteAddr())
                    .write(response);
        }
    }

    /** Whether the request comes directly from a program, or a page served, on this machine. */
    static boolean isLocal(HttpServletRequest request) {
        return Loopback.isConnection(request.getRemoteAddr(), request.getServerName())
                && isLocalOrigin(request.getHeader("Origin"))
                && !isForwarded(request);
    }

    /** Whether a proxy says that it passes the request on for somebody. */
    static boolean isForwarded(HttpServletRequest request) {
        return PROXY_HEADERS.stream().anyMatch(header -> request.getHeader(header) != null);
    }

    /** Programs send no origin; a page must be served by this machine. */
    private static boolean isLocalOrigin(@Nullable String origin) {
        if (origin == null) {
            return true;
        }
        try {
            return Loopback.isHost(new URI(origin).getHost());
        } catch (URISyntaxException _) {
            return false;
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }
}
