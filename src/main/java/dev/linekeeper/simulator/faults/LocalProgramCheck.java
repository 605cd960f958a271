package dev.linekeeper.simulator.faults;

import dev.linekeeper.settings.Loopback;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

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
        boolean direct = PAGE_AND_PROXY_HEADERS.stream().noneMatch(header -> request.getHeader(header) != null);
        if (!Loopback.isConnection(request.getRemoteAddr(), request.getServerName()) || !direct) {
            throw new NotThisMachine();
        }
    }
}
