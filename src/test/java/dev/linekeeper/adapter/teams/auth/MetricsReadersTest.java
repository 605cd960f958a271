package dev.linekeeper.adapter.teams.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.settings.WebSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class MetricsReadersTest {
    private static final MetricsReaders NOBODY = new MetricsReaders(new WebSettings(null, List.of(), List.of()));
    private static final MetricsReaders SCRAPER =
            new MetricsReaders(new WebSettings(null, List.of("10.0.3.7", "10.1.0.0/16"), List.of("10.0.0.1")));

    @ParameterizedTest
    @Requirement("T35")
    @CsvSource(
            nullValues = "-",
            value = {
                "10.0.3.7,  -,                             true",
                "10.1.9.9,  -,                             true",
                "10.0.3.8,  -,                             false",
                "10.0.0.1,  10.0.3.7,                      true",
                "10.0.0.1,  '198.51.100.1, 10.0.3.7',      true",
                "10.0.0.1,  '10.0.3.7, 10.0.0.1',          true",
                "10.0.0.1,  '10.0.3.7, 198.51.100.1',      false",
                "10.0.0.1,  '10.0.3.7, unknown',           false",
                "10.0.0.1,  -,                             false",
                "10.0.0.2,  10.0.3.7,                      false",
                "10.0.3.7,  10.0.3.7,                      false",
                "127.0.0.1, 10.0.3.7,                      false",
                "10.0.0.1,  127.0.0.1,                     false"
            })
    void behind_a_proxy_that_is_trusted_its_word_counts_and_no_other(
            String peer, String forwardedFor, boolean admitted) {
        assertThat(SCRAPER.includes(from(peer, forwardedFor))).isEqualTo(admitted);
    }

    @Test
    void by_default_they_are_for_this_machine_and_no_proxy_is_trusted() {
        assertThat(NOBODY.includes(from("127.0.0.1", null))).isTrue();
        assertThat(NOBODY.includes(from("127.0.0.1", "127.0.0.1"))).isFalse();
        assertThat(NOBODY.includes(from("10.0.3.7", null))).isFalse();
    }

    @Test
    void what_is_no_address_is_named_with_its_setting() {
        assertThatThrownBy(() -> new MetricsReaders(new WebSettings(null, List.of(), List.of("10.0.0.0/99"))))
                .hasMessageContaining("linekeeper.web.trusted-proxies: '10.0.0.0/99'");
        assertThatThrownBy(() -> new MetricsReaders(new WebSettings(null, List.of("prometheus"), List.of())))
                .hasMessageContaining("linekeeper.web.metrics-readers: 'prometheus'");
    }

    private static MockHttpServletRequest from(String peer, String forwardedFor) {
        var request = new MockHttpServletRequest("GET", "/actuator/prometheus");
        request.setRemoteAddr(peer);
        if (forwardedFor != null) {
            request.addHeader("X-Forwarded-For", forwardedFor);
        }
        return request;
    }
}
