package dev.linekeeper.adapter.teams.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.settings.Loopback;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tokens may go. */
class ServiceUrlsTest {
    private final ServiceUrls teams =
            ServiceUrls.on(List.of("smba.trafficmanager.net", "*.botframework.com", "*.teams.microsoft.com"));
    private final ServiceUrls thisMachine = ServiceUrls.on(Loopback.HOSTS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://smba.trafficmanager.net/emea/",
                "https://SMBA.trafficmanager.net/emea/11111111-2222-3333-4444-555555555555/",
                "https://europe.botframework.com/",
                "https://a.b.teams.microsoft.com",
                "https://smba.trafficmanager.net:443/teams/"
            })
    void teams_hosts_are_allowed(String url) {
        assertThat(teams.allows(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://smba.trafficmanager.net/emea/",
                "https://evil.example/smba.trafficmanager.net/",
                "https://smba.trafficmanager.net.evil.example/",
                "https://smba.trafficmanager.net@evil.example/",
                "https://evilbotframework.com/",
                "https://botframework.com/",
                "https://.botframework.com/",
                "https://evil.example#.botframework.com",
                "https://evil.example/?x=.botframework.com",
                "https://smbaxtrafficmanager.net/",
                "https://127.0.0.1/",
                "ftp://smba.trafficmanager.net/",
                "//smba.trafficmanager.net/",
                "smba.trafficmanager.net",
                "https://",
                "",
                "::"
            })
    @Requirement("T9")
    void anything_else_is_not(String url) {
        assertThat(teams.allows(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3978/connector/",
                "http://127.0.0.1:4111",
                "http://[::1]:9/",
                "https://localhost/"
            })
    void this_machine_may_do_without_encryption(String url) {
        assertThat(thisMachine.allows(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2/",
                "http://0.0.0.0/",
                "http://localhost.evil.example/",
                "http://[::2]/",
                "http://2130706433/"
            })
    void what_only_looks_like_this_machine_is_not(String url) {
        assertThat(thisMachine.allows(url)).isFalse();
    }
}
