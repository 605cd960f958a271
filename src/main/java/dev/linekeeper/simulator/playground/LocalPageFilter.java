package dev.linekeeper.simulator.playground;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses changes by other pages than the playground's; other machines do not come this far. Another site in the same
 * browser can send requests too, but cannot set our header without a preflight, nor hide its {@code Origin}.
 */
final class LocalPageFilter implements HandlerInterceptor {
    static final String PAGE_HEADER = "X-Linekeeper-Playground";
    /** Allows this server's resources only. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        boolean byPage = request.getHeader(PAGE_HEADER) != null;
        boolean byBot = request.getRequestURI().startsWith("/connector/") && request.getHeader("Origin") == null;
        if (!reads && !byPage && !byBot) {
            throw PlaygroundError.page(
                    HttpStatus.FORBIDDEN,
                    "Only the playground's own page may do this.",
                    "Use the page at http://localhost.");
        }
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        return true;
    }
}
