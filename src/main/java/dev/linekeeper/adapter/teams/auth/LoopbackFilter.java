package dev.linekeeper.adapter.teams.auth;

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
 * Lets only this machine in, while no bot identity guards the door. A web page open in somebody's browser here is not
 * this machine: its requests name another host (DNS rebinding) or another origin, and what a proxy passes on is not either.
 */
final class LoopbackFilter extends OncePerRequestFilter {
    private static final List<String> PASSED_ON =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-Host", "Via");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isLocal(request)) {
            chain.doFilter(request, response);
        } else {
            HttpProblem.refused(HttpStatus.FORBIDDEN, "not-loopback remote=" + request.getRemoteAddr())
                    .write(response);
        }
    }

    /** Whether a program or a page of this machine asks, directly. */
    static boolean isLocal(HttpServletRequest request) {
        return Loopback.isConnection(request.getRemoteAddr(), request.getServerName())
                && isOurs(request.getHeader("Origin"))
                && PASSED_ON.stream().noneMatch(header -> request.getHeader(header) != null);
    }

    /** Programs send no origin; a page must be one of this machine's. */
    private static boolean isOurs(@Nullable String origin) {
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
