package dev.linekeeper.simulator.faults;

import dev.linekeeper.settings.Loopback;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Who may turn the fault switches: a program on this machine that came straight here. A browser is not one: every request of
 * a page that changes something carries an {@code Origin}, and one that was lured here by a foreign name carries that name.
 */
public final class ThisMachine {
    private static final List<String> OF_A_PAGE_OR_A_PROXY =
            List.of("Origin", "Sec-Fetch-Site", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    private ThisMachine() {}

    /** Somebody who may not ask. */
    public static final class Elsewhere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Elsewhere() {
            super("The fault switches are for programs on this machine, such as curl; not for pages and not from"
                    + " elsewhere.");
        }
    }

    public static void mustAsk(HttpServletRequest request) {
        boolean direct = OF_A_PAGE_OR_A_PROXY.stream().noneMatch(header -> request.getHeader(header) != null);
        if (!Loopback.isConnection(request.getRemoteAddr(), request.getServerName()) || !direct) {
            throw new Elsewhere();
        }
    }
}
