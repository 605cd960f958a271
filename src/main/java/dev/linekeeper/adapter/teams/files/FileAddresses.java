package dev.linekeeper.adapter.teams.files;

import dev.linekeeper.adapter.teams.connector.HostPatterns;
import dev.linekeeper.adapter.teams.files.FileFailure.FileFailureKind;
import dev.linekeeper.settings.Loopback;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where files may be, whatever a message or a redirect says: on hosts of the list by HTTPS, unless the name leads into a private
 * network. Thread-safe.
 *
 * @param servesThisMachineOnly while the bot has no identity: then files may also be on this machine, without encryption
 */
record FileAddresses(HostPatterns hosts, boolean servesThisMachineOnly) implements Dns {
    /** A host that is allowed leads to an address that is not. */
    static final class PrivateAddress extends UnknownHostException {}

    /**
     * The address, when files may be there.
     *
     * @throws FileFailure when not
     */
    HttpUrl allowed(@Nullable HttpUrl url) {
        if (url == null) {
            throw new FileFailure(FileFailureKind.NOT_ALLOWED, "?", "no address");
        }
        boolean isBare = url.username().isEmpty() && url.password().isEmpty();
        boolean isOnTheList = url.isHttps() && url.port() == HttpUrl.defaultPort("https") && hosts.match(url.host());
        if (!isBare || !(isOnTheList || isHere(url))) {
            throw new FileFailure(FileFailureKind.NOT_ALLOWED, url.host(), url.scheme() + " " + url.port());
        }
        return url;
    }

    private boolean isHere(HttpUrl url) {
        return servesThisMachineOnly && !url.isHttps() && Loopback.isHost(url.host());
    }

    /** A proxy of ours may be anywhere; what is on the list, on the internet alone. */
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found = Dns.SYSTEM.lookup(host);
        if (hosts.match(host) && !found.stream().allMatch(PublicAddress::is)) {
            throw new PrivateAddress();
        }
        return found;
    }
}
