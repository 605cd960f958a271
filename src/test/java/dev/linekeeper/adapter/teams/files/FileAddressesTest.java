package dev.linekeeper.adapter.teams.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.teams.connector.HostPatterns;
import dev.linekeeper.adapter.teams.files.FileAddresses.PrivateAddress;
import dev.linekeeper.architecture.Requirement;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From where files are fetched, whatever a message says. */
class FileAddressesTest {
    private static final HostPatterns SHAREPOINT = new HostPatterns(List.of("*.sharepoint.com"));

    private final FileAddresses registered = new FileAddresses(SHAREPOINT, false);
    private final FileAddresses local = new FileAddresses(SHAREPOINT, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://contoso-my.sharepoint.com/personal/adele/_layouts/15/download.aspx?UniqueId=1&tempauth=abc",
                "https://CONTOSO.sharepoint.com:443/x"
            })
    void hosts_of_the_list_by_https(String address) {
        assertThat(registered.allowed(HttpUrl.parse(address)).host()).endsWith(".sharepoint.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://contoso.sharepoint.com/x",
                "https://contoso.sharepoint.com:8443/x",
                "https://contoso.sharepoint.com@evil.example/x",
                "https://adele:secret@contoso.sharepoint.com/x",
                "https://contoso.sharepoint.com.evil.example/x",
                "https://evil.example/contoso.sharepoint.com",
                "https://evilsharepoint.com/x",
                "https://sharepoint.com/x",
                "https://contoso.sharepoint.com./x",
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://169.254.169.254/metadata/identity/oauth2/token",
                "http://localhost:8080/x",
                "http://127.0.0.1/x",
                "file:///etc/passwd",
                "ftp://contoso.sharepoint.com/x",
                "contoso.sharepoint.com/x",
                ""
            })
    @Requirement("T9")
    void nothing_else(String address) {
        assertThatThrownBy(() -> registered.allowed(HttpUrl.parse(address))).isInstanceOf(FileFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/x", "http://127.0.0.1:3978/connector/files/1", "http://[::1]/x"})
    void without_an_identity_on_this_machine_too(String address) {
        assertThat(local.allowed(HttpUrl.parse(address))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost/x", "http://10.0.0.1/x", "http://contoso.sharepoint.com/x"})
    void but_nowhere_else_without_encryption(String address) {
        assertThatThrownBy(() -> local.allowed(HttpUrl.parse(address))).isInstanceOf(FileFailure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "192.0.0.8",
                "198.18.0.1",
                "198.19.255.255",
                "::10.0.0.1",
                "::ffff:0:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::169.254.169.254",
                "64:ff9b::127.0.0.1",
                "64:ff9b:1::13.107.136.10",
                "2002:a00:1::1",
                "2002:7f00:1::",
                "2001::53aa:64c:0:f0ff:f5ff:fffe",
                "2620:1ec:8fa::5efe:a00:1",
                "2620:1ec:8fa::200:5efe:10.0.0.1",
                "100::1",
                "fec0::1",
                "4000::1"
            })
    void addresses_of_private_networks_are_known(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13.107.136.10",
                "100.128.0.1",
                "198.20.0.1",
                "2620:1ec:8fa::10",
                "2001:200::1",
                "64:ff9b::13.107.136.10"
            })
    void others_are_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @Test
    @Requirement("T9")
    void a_name_on_the_list_that_leads_into_a_private_network_is_not_followed() {
        var tricked = new FileAddresses(new HostPatterns(List.of("localhost")), true);
        assertThatThrownBy(() -> tricked.lookup("localhost")).isInstanceOf(PrivateAddress.class);
    }
}
