package dev.linekeeper.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What counts as this machine: the host names and network addresses that never leave it. */
public final class Loopback {
    /** This machine's host names, as they stand in an address; IPv6 addresses in brackets. */
    public static final List<String> HOSTS = List.of("localhost", "127.0.0.1", "[::1]");

    /** Servlet containers give an IPv6 host without brackets when the request had no {@code Host} header. */
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

    private Loopback() {}

    /** Whether the host name, in any case, is one of this machine's; other names that resolve to it are not. */
    public static boolean isHost(@Nullable String host) {
        return host != null && NAMES.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether a token may be sent there: encrypted, or without leaving this machine. */
    public static boolean isHttpsOrLocal(URI address) {
        return "https".equalsIgnoreCase(address.getScheme()) || isHost(address.getHost());
    }

    /**
     * Whether a request came from this machine and asked for it by name. The second half keeps out web pages whose own host
     * name was pointed at this machine (DNS rebinding).
     *
     * @param remoteAddress the address the connection comes from
     * @param requestedHost the host of the request's {@code Host} header
     */
    public static boolean isConnection(String remoteAddress, String requestedHost) {
        return isAddress(remoteAddress) && isHost(requestedHost);
    }

    private static boolean isAddress(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
